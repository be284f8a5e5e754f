import { useMemo } from 'preact/hooks';
import { SurroundingsDocument, WholeGraphDocument } from '../../generated/graphql.js';
import { useAnswer, type Answer } from '../ask/use-answer.js';
import { drawnGraph, partOf, union, type DrawnGraph } from '../graph/drawn-graph.js';
import { here } from '../place/here.js';
import { answerLight } from './answer-light.js';

/** The graph that the reader's place calls for: the whole, the surroundings of some entities, or an answer alone. */
export function useDrawnGraph(): Answer<DrawnGraph> {
  const { around, only } = here.value;
  const isWhole = around.length === 0;
  const whole = useAnswer(WholeGraphDocument, isWhole ? {} : null);
  const part = useAnswer(SurroundingsDocument, isWhole ? null : { ids: around });
  const data = isWhole
    ? whole.state === 'answered'
      ? whole.data.graph
      : null
    : part.state === 'answered'
      ? part.data.neighborhood
      : null;
  // New data often leave the graph as it was: then it is not laid out anew.
  const text = useMemo(() => JSON.stringify(data), [data]);
  const base = useMemo(() => (data === null ? null : drawnGraph(data)), [text]);
  const light = answerLight.value;
  const drawn = useMemo(() => (base === null ? null : withAnswer(base, light, only)), [base, light, only]);
  const answer = isWhole ? whole : part;
  if (drawn !== null) return { state: 'answered', data: drawn };
  return answer.state === 'failed' ? answer : { state: 'waiting' };
}

/** The graph stays the same object where the answer adds nothing to it, so that it is not laid out anew. */
function withAnswer(base: DrawnGraph, light: DrawnGraph | null, only: boolean): DrawnGraph {
  if (light === null || light.nodes.length === 0) return base;
  const lit = new Set(light.nodes.map(({ id }) => id));
  if (only)
    return union(
      light,
      partOf(base, (id) => lit.has(id)),
    );
  const known = new Set(base.nodes.map(({ id }) => id));
  return light.nodes.every(({ id }) => known.has(id)) ? base : union(base, light);
}
