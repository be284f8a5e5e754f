import type { FileRelation, FilesGraph } from './files-graph.js';
import { shortestPaths, buildStepGraph } from './shortest-paths.js';

/** The ids of nodes and links, sorted. */
export interface GraphIds {
  readonly nodes: readonly string[];
  readonly links: readonly string[];
}

/** The relations and entities of a neighborhood. */
interface NeighborhoodLimits {
  /** The types of relations; null for all. */
  readonly types: readonly string[] | null;
  /** The types of entities; null for all. */
  readonly entityTypes: readonly string[] | null;
  /** The statuses of relations that do not count. */
  readonly exclude: readonly string[];
}

/** No limits except the default of `exclude`. */
export const defaultLimits: NeighborhoodLimits = { types: null, entityTypes: null, exclude: ['REFUTED'] };

/** Returns all entities within `depth` hops of any id, and the relations between them. */
export function neighborhoodOf(
  graph: FilesGraph,
  ids: readonly string[],
  depth: number,
  { types, entityTypes, exclude }: NeighborhoodLimits,
): GraphIds {
  const follows = ({ type, status }: FileRelation): boolean =>
    !exclude.includes(status) && (types === null || types.includes(type));
  const passes = (id: string): boolean =>
    entityTypes === null || entityTypes.includes(graph.getNodeAttribute(id, 'type').toUpperCase());
  const distances = new Map(ids.map((id) => [id, 0]));
  for (const [node, distance] of distances) {
    if (distance >= depth) continue;
    graph.forEachEdge(node, (_edge, relation, source, target) => {
      const other = source === node ? target : source;
      if (follows(relation) && passes(other) && !distances.has(other)) distances.set(other, distance + 1);
    });
  }
  const links = graph.filterEdges(
    (_id, relation, from, to) => follows(relation) && distances.has(from) && distances.has(to),
  );
  return { nodes: [...distances.keys()].toSorted(), links: links.toSorted() };
}

/** Returns the union of the shortest paths between each two ids. */
export function shortestPathsGraph(graph: FilesGraph, ids: readonly string[], maxLength: number): GraphIds {
  const steps = buildStepGraph(graph, { types: null, direction: 'ANY', exclude: ['REFUTED'] });
  const paths = ids.flatMap((from, index) =>
    ids.slice(index + 1).flatMap((to) => shortestPaths(steps, from, to, maxLength, 1)),
  );
  return {
    nodes: [...new Set([...ids, ...paths.flatMap(({ nodes }) => nodes)])].toSorted(),
    links: [...new Set(paths.flatMap(({ relations }) => relations))].toSorted(),
  };
}

/**
 * Returns the entities of the same type that share neighbors over relations without the excluded statuses, the most
 * similar first.
 */
export function similarEntities(
  graph: FilesGraph,
  id: string,
  exclude: readonly string[],
): { id: string; score: number; shared: string[] }[] {
  const type = graph.getNodeAttribute(id, 'type');
  const followed = graph.copy();
  for (const edge of graph.filterEdges((_id, { status }) => exclude.includes(status))) followed.dropEdge(edge);
  const neighbors = new Set(followed.neighbors(id));
  return graph
    .filterNodes((other, attributes) => other !== id && attributes.type === type)
    .map((other) => {
      const otherNeighbors = new Set(followed.neighbors(other));
      const shared = [...otherNeighbors].filter((neighbor) => neighbors.has(neighbor)).toSorted();
      return { id: other, score: shared.length / new Set([...neighbors, ...otherNeighbors]).size, shared };
    })
    .filter(({ shared }) => shared.length > 0)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
