import type { JSX } from 'preact';
import type { GraphData } from '../graph/graph-data.js';
import type { RenderGraph } from '../graph/render-graph.js';
import { currentRoute } from '../route/navigation.js';
import { translate } from '../i18n/translate.js';
import { useNamedEntities } from './use-named-entities.js';

interface Properties {
  readonly graph: RenderGraph;
  readonly data: GraphData | null;
}

/** Says that the graph is truncated, that the route names unknown entities, or that nothing is visible. */
export function GraphNotices({ graph, data }: Properties): JSX.Element {
  const { around, off, hidden } = currentRoute.value;
  const query = useNamedEntities(around);
  const unknownIds = query.state === 'loaded' ? around.filter((id) => !query.data.has(id)) : [];
  const isEmpty = graph.everyNode((id, { kind }) => off.includes(kind) || hidden.includes(id));
  const isNothingFound = graph.order === 0 && unknownIds.length > 0;
  return (
    <>
      {isEmpty && !isNothingFound && (
        <p class="empty" role="status">
          {translate('picture.empty')}
        </p>
      )}
      <div class={isNothingFound ? 'empty' : 'notices'} role="status">
        {data?.truncated && <p>{translate('picture.truncated', { nodes: data.nodes.length })}</p>}
        {unknownIds.map((id) => (
          <p key={id}>{translate('unknown', { id })}</p>
        ))}
      </div>
    </>
  );
}
