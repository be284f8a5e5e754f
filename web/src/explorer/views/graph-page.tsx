import type { JSX } from 'preact';
import { QueryResult } from '../components/query-result.js';
import { EntityTable } from '../components/entity-table.js';
import { Legend } from '../components/legend.js';
import { GraphView } from '../components/graph-view.js';
import { Toolbar, ZoomButtons } from '../components/toolbar.js';
import { useGraphData } from '../components/use-graph-data.js';
import { useRenderGraph } from '../components/use-render-graph.js';
import { currentRoute } from '../route/navigation.js';
import { translate } from '../i18n/translate.js';

/** The page of the graph view, with its toolbar, legend and table. */
export function GraphPage(): JSX.Element {
  const query = useGraphData();
  const graph = useRenderGraph(query.state === 'loaded' ? query.data : null);
  const { table, off, hidden } = currentRoute.value;
  return (
    <div class={`graph-page${table ? ' with-table' : ''}`}>
      <Toolbar graph={graph} />
      <div class="picture-area">
        {query.state === 'failed' && graph === null ? (
          <QueryResult query={query}>{() => null}</QueryResult>
        ) : (
          <GraphView graph={graph} />
        )}
        {graph !== null && <Legend graph={graph} />}
        {graph !== null && <ZoomButtons />}
        {graph !== null && graph.everyNode((id, { kind }) => off.includes(kind) || hidden.includes(id)) && (
          <p class="empty" role="status">
            {translate('picture.empty')}
          </p>
        )}
        {query.state === 'loaded' && query.data.truncated && (
          <p class="truncated">{translate('picture.truncated', { nodes: query.data.nodes.length })}</p>
        )}
      </div>
      {table && graph !== null && <EntityTable graph={graph} />}
    </div>
  );
}
