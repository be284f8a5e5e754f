import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { SimilarDocument, NeighborhoodDocument, type SimilarQuery } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';
import { drawnNode, type DrawnGraph } from '../graph/drawn-graph.js';
import { useLight } from '../parts/answer-light.js';
import { AnswerState } from '../parts/answer-state.js';
import { EntityLink } from '../parts/entity-link.js';
import { here } from '../place/here.js';
import { say } from '../words/say.js';
import { ChosenEntities } from './chosen-entities.js';

type Alike = SimilarQuery['similar'][number];

/** The panel that finds the entities of the same type that share the most neighbors with one entity. */
export function SimilarPanel(): JSX.Element {
  const [id] = here.value.ids;
  const answer = useAnswer(SimilarDocument, id === undefined ? null : { id });
  const around = useAnswer(NeighborhoodDocument, id === undefined ? null : { ids: [id] });
  const similar = answer.state === 'loaded' ? answer.data.similar : null;
  const surroundings = around.state === 'loaded' ? around.data.neighborhood : null;
  const part = useMemo(
    () =>
      similar === null || surroundings === null
        ? null
        : alikeGraph(
            similar,
            surroundings.nodes.find((node) => node.id === id),
          ),
    [similar, surroundings, id],
  );
  useLight(part);
  return (
    <section class="panel">
      <h2>{say('view.similar')}</h2>
      <p class="intro">{say('similar.intro')}</p>
      <ChosenEntities most={1} labels={[say('entity')]} />
      {id !== undefined && (
        <AnswerState answer={answer}>
          {(data) => (data.similar.length === 0 ? <p>{say('similar.none')}</p> : <AlikeList alike={data.similar} />)}
        </AnswerState>
      )}
    </section>
  );
}

function AlikeList({ alike }: { readonly alike: readonly Alike[] }): JSX.Element {
  return (
    <ol class="alike">
      {alike.map(({ entity, score, shared }) => (
        <li key={entity.id}>
          <EntityLink entity={entity} />{' '}
          <meter min={0} max={1} value={score} aria-label={`${Math.round(score * 100)} %`} />{' '}
          <small>{Math.round(score * 100)} %</small>
          <div class="chips shared">
            {shared.map((each) => (
              <EntityLink key={each.id} entity={each} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The graph to highlight. Its links are left out: the graph view derives them from the nodes. */
function alikeGraph(similar: readonly Alike[], self: Parameters<typeof drawnNode>[0] | undefined): DrawnGraph {
  const found = similar.flatMap(({ entity, shared }) => [entity, ...shared]);
  const nodes = new Map([...(self ? [self] : []), ...found].map((node) => [node.id, drawnNode(node)]));
  return { nodes: [...nodes.values()], links: [], truncated: false };
}
