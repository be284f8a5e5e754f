import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { PathsDocument, type PathsQuery } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';
import { drawnNode, type DrawnGraph } from '../graph/drawn-graph.js';
import { useLight } from '../parts/answer-light.js';
import { AnswerState } from '../parts/answer-state.js';
import { EntityLink } from '../parts/entity-link.js';
import { FactMarks } from '../parts/fact-marks.js';
import { Sources } from '../parts/sources.js';
import { go, here } from '../place/here.js';
import { language } from '../words/language.js';
import { relationPhrase } from '../words/relations.js';
import { say } from '../words/say.js';
import { ChosenEntities } from './chosen-entities.js';

type Way = PathsQuery['paths'][number];

/** The panel that finds the shortest paths between two entities and lists their steps. */
export function PathsPanel(): JSX.Element {
  const { ids } = here.value;
  const [from, to] = ids;
  const isReady = from !== undefined && to !== undefined;
  const answer = useAnswer(PathsDocument, isReady ? { from, to, lang: language.api.value } : null);
  const paths = answer.state === 'loaded' ? answer.data.paths : null;
  useLight(useMemo(() => (paths === null ? null : waysGraph(paths)), [paths]));
  return (
    <section class="panel">
      <h2>{say('view.paths')}</h2>
      <p class="intro">{say('paths.intro')}</p>
      <ChosenEntities most={2} labels={[say('from'), say('to')]} />
      {isReady && (
        <>
          <button type="button" class="quiet" onClick={() => go({ ids: [to, from] })}>
            ⇅ {say('swap')}
          </button>
          <AnswerState answer={answer}>{(data) => <Ways ways={data.paths} />}</AnswerState>
        </>
      )}
    </section>
  );
}

function Ways({ ways }: { readonly ways: readonly Way[] }): JSX.Element {
  if (ways.length === 0) return <p>{say('paths.none')}</p>;
  return (
    <>
      {ways.map((way, index) => (
        <WaySteps key={way.relations.map(({ id }) => id).join(' ')} way={way} number={index + 1} />
      ))}
    </>
  );
}

function WaySteps({ way, number }: { readonly way: Way; readonly number: number }): JSX.Element {
  return (
    <section class="way">
      <h3>{say(way.length === 1 ? 'paths.oneStep' : 'paths.steps', { number, length: way.length })}</h3>
      <ol>
        {way.relations.map((fact, index) => {
          const node = way.nodes[index];
          const next = way.nodes[index + 1];
          if (node === undefined || next === undefined) return null;
          return (
            <li key={fact.id}>
              <EntityLink entity={node} />{' '}
              <span class="verb">{relationPhrase(fact.type, fact.source === node.id ? 'start' : 'end')}</span>{' '}
              <EntityLink entity={next} /> <Sources citations={fact.citations} />
              <FactMarks fact={fact} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function waysGraph(ways: readonly Way[]): DrawnGraph {
  const nodes = new Map(ways.flatMap((way) => way.nodes.map((node) => [node.id, drawnNode(node)] as const)));
  const links = new Map(ways.flatMap((way) => way.relations.map((link) => [link.id, link] as const)));
  return { nodes: [...nodes.values()], links: [...links.values()], truncated: false };
}
