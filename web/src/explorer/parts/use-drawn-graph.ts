import { useMemo } from 'preact/hooks';
import { NeighborhoodDocument, WholeGraphDocument } from '../../generated/graphql.js';
import { useAnswer, type Answer } from '../ask/use-answer.js';
import { drawnGraph, partOf, union, type DrawnGraph } from '../graph/drawn-graph.js';
import { here } from '../place/here.js';
import { answerLight } from './answer-light.js';

/** Loads the graph of the current route: the whole graph, a neighborhood, or the result alone. */
export function useDrawnGraph(): Answer<DrawnGraph> {
  const { around, only } = here.value;
  const isWhole = around.length === 0;
  const whole = useAnswer(WholeGraphDocument, isWhole ? {} : null);
  const part = useAnswer(NeighborhoodDocument, isWhole ? null : { ids: around });
  const data = isWhole
    ? whole.state === 'loaded'
      ? whole.data.graph
      : null
    : part.state === 'loaded'
      ? part.data.neighborhood
      : null;
  // Compares by text: if new data leave the graph unchanged, the layout is kept.
  const text = useMemo(() => JSON.stringify(data), [data]);
  const base = useMemo(() => (data === null ? null : drawnGraph(data)), [text]);
  const light = answerLight.value;
  const drawn = useMemo(() => (base === null ? null : withAnswer(base, light, only)), [base, light, only]);
  const answer = isWhole ? whole : part;
  if (drawn !== null) return { state: 'loaded', data: drawn };
  return answer.state === 'failed' ? answer : { state: 'loading' };
}

/** Adds the result to the graph. Returns the same object if nothing is added, so that the layout is kept. */
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
