import { MultiDirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import type { FilesGraph } from './files-graph.js';

/** The relations that a path may follow. */
export interface Limits {
  /** Null for all. */
  readonly types: readonly string[] | null;
  readonly direction: 'OUT' | 'IN' | 'ANY';
  readonly exclude: readonly string[];
}

/** A path: the ids of its relations and of its entities, of which there is one more. */
export interface Walk {
  readonly relations: readonly string[];
  readonly nodes: readonly string[];
}

/** A directed graph with an edge for each allowed step, in the direction of the step. */
export type Steps = MultiDirectedGraph<object, { readonly relation: string }>;

/** Builds the graph of the steps that the limits allow. */
export function stepsOf(graph: FilesGraph, { types, direction, exclude }: Limits): Steps {
  const steps: Steps = new MultiDirectedGraph();
  graph.forEachNode((node) => void steps.addNode(node));
  graph.forEachEdge((relation, { type, status }, source, target) => {
    if (exclude.includes(status) || (types !== null && !types.includes(type))) return;
    if (direction !== 'IN') steps.addDirectedEdge(source, target, { relation });
    if (direction !== 'OUT') steps.addDirectedEdge(target, source, { relation });
  });
  return steps;
}

/** Returns the length of the shortest path that graphology finds; undefined if there is none. */
export function shortestLength(steps: Steps, from: string, to: string): number | undefined {
  const nodes = bidirectional(steps, from, to);
  return nodes === null ? undefined : nodes.length - 1;
}

/** Returns every simple path of one length. */
function walksOfLength(steps: Steps, from: string, to: string, length: number): Walk[] {
  const left = distancesTo(steps, to, length);
  const walks: Walk[] = [];
  const extend = (relations: readonly string[], nodes: readonly string[], last: string): void => {
    if (last === to) {
      if (relations.length === length) walks.push({ relations, nodes });
      return;
    }
    steps.forEachOutEdge(last, (_edge, { relation }, _source, next) => {
      const rest = left.get(next);
      if (rest === undefined || relations.length + 1 + rest > length || nodes.includes(next)) return;
      extend([...relations, relation], [...nodes, next], next);
    });
  };
  extend([], [from], from);
  return walks;
}

/** Returns at least the `first` shortest simple paths, if they exist, by length, then by the ids of their relations. */
export function firstWalks(steps: Steps, from: string, to: string, most: number, first: number): Walk[] {
  const walks: Walk[] = [];
  if (from === to) return walks;
  for (let length = 1; length <= most && walks.length < first; length += 1) {
    walks.push(...walksOfLength(steps, from, to, length).toSorted(byRelations));
  }
  return walks;
}

function distancesTo(steps: Steps, to: string, most: number): Map<string, number> {
  const distances = new Map([[to, 0]]);
  for (const [node, distance] of distances) {
    if (distance >= most) break;
    for (const before of steps.inNeighbors(node)) if (!distances.has(before)) distances.set(before, distance + 1);
  }
  return distances;
}

function byRelations(a: Walk, b: Walk): number {
  const position = a.relations.findIndex((relation, index) => relation !== b.relations[index]);
  return position < 0 ? 0 : (a.relations[position] ?? '') < (b.relations[position] ?? '') ? -1 : 1;
}
