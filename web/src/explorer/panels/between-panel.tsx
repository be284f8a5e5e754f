import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { BetweenDocument, type BetweenQuery } from '../../generated/graphql.js';
import { useQuery } from '../api/use-query.js';
import { toGraphData } from '../graph/graph-data.js';
import { useResultHighlight } from '../components/result-highlight.js';
import { EntityLink } from '../components/entity-link.js';
import { relationPhrase } from '../i18n/relations.js';
import { translate } from '../i18n/translate.js';
import { Answer, ChosenEntityFields } from './chosen-entities.js';
import { useChosenEntities } from './use-chosen-entities.js';

const limits = { min: 2, max: 20 };

/** The panel that finds everything on the shortest paths between some entities. */
export function BetweenPanel(): JSX.Element {
  const chosen = useChosenEntities(limits);
  const { knownIds, isComplete } = chosen;
  const query = useQuery(BetweenDocument, isComplete ? { ids: [...knownIds] } : null);
  const graph = query.state === 'loaded' ? query.data.between : null;
  useResultHighlight(useMemo(() => (graph === null ? null : toGraphData(graph)), [graph]));
  return (
    <section class="panel">
      <h2>{translate('view.between')}</h2>
      <p class="intro">{translate('between.intro')}</p>
      <ChosenEntityFields chosen={chosen} labels={[translate('entity'), translate('entity')]} />
      <Answer chosen={chosen} query={query}>
        {({ between }) => <BetweenResult between={between} chosenCount={knownIds.length} />}
      </Answer>
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
