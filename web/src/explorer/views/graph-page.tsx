import type { JSX } from 'preact';
import { AnswerState } from '../parts/answer-state.js';
import { EntityTable } from '../parts/entity-table.js';
import { Legend } from '../parts/legend.js';
import { PictureView } from '../parts/picture-view.js';
import { Toolbar, ZoomButtons } from '../parts/toolbar.js';
import { useDrawnGraph } from '../parts/use-drawn-graph.js';
import { usePictureGraph } from '../parts/use-picture-graph.js';
import { here } from '../place/here.js';
import { say } from '../words/say.js';

/** The page of the graph view, with its toolbar, legend and table. */
export function GraphPage(): JSX.Element {
  const drawn = useDrawnGraph();
  const graph = usePictureGraph(drawn.state === 'loaded' ? drawn.data : null);
  const { table, off, hidden } = here.value;
  return (
    <div class={`graph-page${table ? ' with-table' : ''}`}>
      <Toolbar graph={graph} />
      <div class="picture-area">
        {drawn.state === 'failed' && graph === null ? (
          <AnswerState answer={drawn}>{() => null}</AnswerState>
        ) : (
          <PictureView graph={graph} />
        )}
        {graph !== null && <Legend graph={graph} />}
        {graph !== null && <ZoomButtons />}
        {graph !== null && graph.everyNode((id, { kind }) => off.includes(kind) || hidden.includes(id)) && (
          <p class="empty" role="status">
            {say('picture.empty')}
          </p>
        )}
        {drawn.state === 'loaded' && drawn.data.truncated && (
          <p class="truncated">{say('picture.truncated', { nodes: drawn.data.nodes.length })}</p>
        )}
      </div>
      {table && graph !== null && <EntityTable graph={graph} />}
    </div>
  );
}
