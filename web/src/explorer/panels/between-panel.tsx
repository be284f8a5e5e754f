import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { BetweenDocument, type BetweenQuery } from '../../generated/graphql.js';
import { useQuery } from '../api/use-query.js';
import { toGraphData } from '../graph/graph-data.js';
import { useResultHighlight } from '../components/result-highlight.js';
import { QueryResult } from '../components/query-result.js';
import { EntityLink } from '../components/entity-link.js';
import { currentRoute } from '../route/navigation.js';
import { relationPhrase } from '../i18n/relations.js';
import { translate } from '../i18n/translate.js';
import { ChosenEntities } from './chosen-entities.js';

/** The panel that finds everything on the shortest paths between some entities. */
export function BetweenPanel(): JSX.Element {
  const { ids } = currentRoute.value;
  const query = useQuery(BetweenDocument, ids.length < 2 ? null : { ids });
  const graph = query.state === 'loaded' ? query.data.between : null;
  useResultHighlight(useMemo(() => (graph === null ? null : toGraphData(graph)), [graph]));
  return (
    <section class="panel">
      <h2>{translate('view.between')}</h2>
      <p class="intro">{translate('between.intro')}</p>
      <ChosenEntities maxEntities={10} labels={[translate('entity'), translate('entity')]} />
      {ids.length >= 2 && (
        <QueryResult query={query}>
          {({ between }) => <BetweenResult between={between} chosenCount={ids.length} />}
        </QueryResult>
      )}
    </section>
  );
}

type Between = BetweenQuery['between'];

function BetweenResult({
  between,
  chosenCount,
}: {
  readonly between: Between;
  readonly chosenCount: number;
}): JSX.Element {
  const { nodes, links } = between;
  const nodesById = new Map(nodes.map((node) => [node.id, node]));
  if (links.length === 0) return <p>{translate('between.none')}</p>;
  return (
    <>
      <p>{translate('between.found', { nodes: nodes.length - chosenCount, links: links.length })}</p>
      <ul class="steps">
        {links.map(({ id, source, target, type }) => {
          const [from, to] = [nodesById.get(source), nodesById.get(target)];
          return (
            <li key={id}>
              {from && <EntityLink entity={from} />} <span class="verb">{relationPhrase(type)}</span>{' '}
              {to && <EntityLink entity={to} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}
