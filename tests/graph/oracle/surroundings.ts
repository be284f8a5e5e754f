import type { FilesGraph } from './files-graph.js';
import { firstWalks, stepsOf } from './walks.js';

/** The ids of nodes and links, sorted. */
export interface Drawn {
  readonly nodes: readonly string[];
  readonly links: readonly string[];
}

/** Returns all entities within `depth` hops of any id, over these types of relation and entity; null means all. */
export function around(
  graph: FilesGraph,
  ids: readonly string[],
  depth: number,
  types: readonly string[] | null,
  entityTypes: readonly string[] | null,
): Drawn {
  const follows = (type: string): boolean => types === null || types.includes(type);
  const passes = (id: string): boolean =>
    entityTypes === null || entityTypes.includes(graph.getNodeAttribute(id, 'type').toUpperCase());
  const met = new Map(ids.map((id) => [id, 0]));
  for (const [node, distance] of met) {
    if (distance >= depth) continue;
    graph.forEachEdge(node, (_edge, { type }, source, target) => {
      const other = source === node ? target : source;
      if (follows(type) && passes(other) && !met.has(other)) met.set(other, distance + 1);
    });
  }
  const links = graph.filterEdges((_id, { type }, from, to) => follows(type) && met.has(from) && met.has(to));
  return { nodes: [...met.keys()].toSorted(), links: links.toSorted() };
}

/** Returns the union of the shortest paths between each two ids. */
export function between(graph: FilesGraph, ids: readonly string[], maxLength: number): Drawn {
  const steps = stepsOf(graph, { types: null, direction: 'ANY', exclude: ['REFUTED'] });
  const walks = ids.flatMap((from, place) =>
    ids.slice(place + 1).flatMap((to) => firstWalks(steps, from, to, maxLength, 1)),
  );
  return {
    nodes: [...new Set([...ids, ...walks.flatMap(({ nodes }) => nodes)])].toSorted(),
    links: [...new Set(walks.flatMap(({ relations }) => relations))].toSorted(),
  };
}

/** Returns the entities of the same type that share neighbors, the most similar first. */
export function alike(graph: FilesGraph, id: string): { id: string; score: number; shared: string[] }[] {
  const type = graph.getNodeAttribute(id, 'type');
  const own = new Set(graph.neighbors(id));
  return graph
    .filterNodes((other, attributes) => other !== id && attributes.type === type)
    .map((other) => {
      const theirs = new Set(graph.neighbors(other));
      const shared = [...theirs].filter((neighbor) => own.has(neighbor)).toSorted();
      return { id: other, score: shared.length / new Set([...own, ...theirs]).size, shared };
    })
    .filter(({ shared }) => shared.length > 0)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
