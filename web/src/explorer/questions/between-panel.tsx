import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { BetweenDocument, type BetweenQuery } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';
import { drawnGraph } from '../graph/drawn-graph.js';
import { useLight } from '../parts/answer-light.js';
import { AnswerState } from '../parts/answer-state.js';
import { EntityLink } from '../parts/entity-link.js';
import { here } from '../place/here.js';
import { relationPhrase } from '../words/relations.js';
import { say } from '../words/say.js';
import { ChosenEntities } from './chosen-entities.js';

/** The panel that finds everything on the shortest paths between some entities. */
export function BetweenPanel(): JSX.Element {
  const { ids } = here.value;
  const answer = useAnswer(BetweenDocument, ids.length < 2 ? null : { ids });
  const graph = answer.state === 'loaded' ? answer.data.between : null;
  useLight(useMemo(() => (graph === null ? null : drawnGraph(graph)), [graph]));
  return (
    <section class="panel">
      <h2>{say('view.between')}</h2>
      <p class="intro">{say('between.intro')}</p>
      <ChosenEntities most={10} labels={[say('entity'), say('entity')]} />
      {ids.length >= 2 && (
        <AnswerState answer={answer}>{({ between }) => <Found between={between} asked={ids.length} />}</AnswerState>
      )}
    </section>
  );
}

type Between = BetweenQuery['between'];

function Found({ between, asked }: { readonly between: Between; readonly asked: number }): JSX.Element {
  const { nodes, links } = between;
  const named = new Map(nodes.map((node) => [node.id, node]));
  if (links.length === 0) return <p>{say('between.none')}</p>;
  return (
    <>
      <p>{say('between.found', { nodes: nodes.length - asked, links: links.length })}</p>
      <ul class="steps">
        {links.map(({ id, source, target, type }) => {
          const [from, to] = [named.get(source), named.get(target)];
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
