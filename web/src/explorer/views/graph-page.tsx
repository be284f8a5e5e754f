import type { JSX } from 'preact';
import { QueryResult } from '../components/query-result.js';
import { EntityTable } from '../components/entity-table.js';
import { Legend } from '../components/legend.js';
import { GraphNotices } from '../components/graph-notices.js';
import { GraphView } from '../components/graph-view.js';
import { Toolbar, ZoomButtons } from '../components/toolbar.js';
import { useGraphData } from '../components/use-graph-data.js';
import { useRenderGraph } from '../components/use-render-graph.js';
import { currentRoute } from '../route/navigation.js';

/** The page of the graph view, with its toolbar, legend and table. */
export function GraphPage(): JSX.Element {
  const query = useGraphData();
  const graph = useRenderGraph(query.state === 'loaded' ? query.data : null);
  const { table } = currentRoute.value;
  return (
    <div class={`graph-page${table ? ' with-table' : ''}`}>
      <Toolbar graph={graph} />
      <div class="picture-area">
        {query.state === 'failed' && graph === null ? (
          <QueryResult query={query}>{() => null}</QueryResult>
        ) : (
          <GraphView graph={graph} />
        )}
        {graph !== null && graph.order > 0 && <Legend graph={graph} />}
        {graph !== null && <ZoomButtons />}
        {graph !== null && <GraphNotices graph={graph} data={query.state === 'loaded' ? query.data : null} />}
      </div>
      {table && graph !== null && <EntityTable graph={graph} />}
    </div>
  );
}
