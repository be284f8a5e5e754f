import { MultiDirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import type { FilesGraph } from './files-graph.js';

/** The relations that a path may follow. */
export interface PathLimits {
  /** Null for all. */
  readonly types: readonly string[] | null;
  readonly direction: 'OUT' | 'IN' | 'ANY';
  readonly exclude: readonly string[];
}

/** A path: the ids of its relations and of its entities, of which there is one more. */
export interface PathIds {
  readonly relations: readonly string[];
  readonly nodes: readonly string[];
}

/** A directed graph with an edge for each allowed step, in the direction of the step. */
export type StepGraph = MultiDirectedGraph<object, { readonly relation: string }>;

/** Builds the graph of the steps that the limits allow. */
export function buildStepGraph(graph: FilesGraph, { types, direction, exclude }: PathLimits): StepGraph {
  const stepGraph: StepGraph = new MultiDirectedGraph();
  graph.forEachNode((node) => void stepGraph.addNode(node));
  graph.forEachEdge((relation, { type, status }, source, target) => {
    if (exclude.includes(status) || (types !== null && !types.includes(type))) return;
    if (direction !== 'IN') stepGraph.addDirectedEdge(source, target, { relation });
    if (direction !== 'OUT') stepGraph.addDirectedEdge(target, source, { relation });
  });
  return stepGraph;
}

/** Returns the length of the shortest path that graphology finds; undefined if there is none. */
export function shortestLength(stepGraph: StepGraph, from: string, to: string): number | undefined {
  const nodes = bidirectional(stepGraph, from, to);
  return nodes === null ? undefined : nodes.length - 1;
}

/** Returns every simple path of one length. */
function pathsOfLength(stepGraph: StepGraph, from: string, to: string, length: number): PathIds[] {
  const distances = distancesTo(stepGraph, to, length);
  const paths: PathIds[] = [];
  const extend = (relations: readonly string[], nodes: readonly string[], end: string): void => {
    if (end === to) {
      if (relations.length === length) paths.push({ relations, nodes });
      return;
    }
    stepGraph.forEachOutEdge(end, (_edge, { relation }, _source, next) => {
      const remaining = distances.get(next);
      if (remaining === undefined || relations.length + 1 + remaining > length || nodes.includes(next)) return;
      extend([...relations, relation], [...nodes, next], next);
    });
  };
  extend([], [from], from);
  return paths;
}

/** Returns at least the `first` shortest simple paths, if they exist, by length, then by the ids of their relations. */
export function shortestPaths(
  stepGraph: StepGraph,
  from: string,
  to: string,
  maxLength: number,
  first: number,
): PathIds[] {
  const paths: PathIds[] = [];
  if (from === to) return paths;
  for (let length = 1; length <= maxLength && paths.length < first; length += 1) {
    paths.push(...pathsOfLength(stepGraph, from, to, length).toSorted(compareRelations));
  }
  return paths;
}

function distancesTo(stepGraph: StepGraph, to: string, maxLength: number): Map<string, number> {
  const distances = new Map([[to, 0]]);
  for (const [node, distance] of distances) {
    if (distance >= maxLength) break;
    for (const previous of stepGraph.inNeighbors(node))
      if (!distances.has(previous)) distances.set(previous, distance + 1);
  }
  return distances;
}

function compareRelations(a: PathIds, b: PathIds): number {
  const position = a.relations.findIndex((relation, index) => relation !== b.relations[index]);
  return position < 0 ? 0 : (a.relations[position] ?? '') < (b.relations[position] ?? '') ? -1 : 1;
}
