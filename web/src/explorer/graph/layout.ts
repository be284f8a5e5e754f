import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import noverlap from 'graphology-layout-noverlap';
import { unfoldFlatLayout } from './ring.js';

/** The input of a layout. `sizes` are in the order of `ids`. */
export interface LayoutTask {
  readonly ids: readonly string[];
  readonly sizes: readonly number[];
  readonly links: readonly (readonly [source: string, target: string])[];
}

/** A layout: interleaved x and y coordinates, and the community of each node, both in the order of the ids. */
export interface Layout {
  readonly positions: Float32Array;
  readonly communities: Uint16Array;
}

/** Larger graphs get a coarse layout, which takes only seconds. */
const largeGraphLimit = 1500;
/** The number of iterations times the number of nodes, in a large graph. */
const iterationBudget = 400_000;

/** Half the side of the square that a layout of up to 400 nodes fills. */
const extent = 500;

/** Lays out a graph, separated by community and without overlaps. Deterministic: equal tasks get equal layouts. */
export function computeLayout(task: LayoutTask): Layout {
  const graph = toGraph(task);
  const communities = detectCommunities(graph);
  placeByCommunity(graph, task.ids, communities);
  weightEdges(graph, communities);
  const isLarge = graph.order > largeGraphLimit;
  const forceSettings = { scalingRatio: 10, gravity: 0.2, edgeWeightInfluence: 1 };
  const speedSettings = { barnesHutOptimize: isLarge, barnesHutTheta: 1.2 };
  forceAtlas2.assign(graph, {
    iterations: isLarge ? Math.max(30, Math.round(iterationBudget / graph.order)) : 250,
    settings: { ...forceAtlas2.inferSettings(graph), ...forceSettings, ...speedSettings },
  });
  const points = unfoldFlatLayout(graph.mapNodes((_id, { x, y }) => ({ x: Number(x), y: Number(y) })));
  graph.nodes().forEach((id, index) => graph.mergeNodeAttributes(id, { ...points[index] }));
  normalizePositions(graph);
  // Skipped for a large graph: its nodes are small, and removing overlaps is the slowest step.
  const spacing = { margin: 5, ratio: 1, expansion: 1.05, gridSize: 40 };
  if (!isLarge) noverlap.assign(graph, { maxIterations: 120, settings: spacing });
  return toLayout(graph, task.ids, communities);
}

function toGraph({ ids, sizes, links }: LayoutTask): Graph {
  const graph = new Graph({ type: 'undirected', multi: false });
  ids.forEach((id, index) => graph.addNode(id, { size: sizes[index] ?? 1, x: 0, y: 0 }));
  for (const [source, target] of links) {
    if (source !== target && !graph.hasEdge(source, target)) graph.addEdge(source, target, { weight: 1 });
  }
  return graph;
}

function detectCommunities(graph: Graph): Record<string, number> {
  if (graph.size === 0) return Object.fromEntries(graph.nodes().map((id, index) => [id, index]));
  return louvain(graph, { rng: seededRandom(7), resolution: 1 });
}

/** A seeded pseudorandom number generator (linear congruential). Returns numbers from 0 to below 1. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Sets initial positions: each community in a sunflower spiral, with the communities in a larger spiral by size. */
function placeByCommunity(graph: Graph, ids: readonly string[], communities: Readonly<Record<string, number>>): void {
  const groupsBySize = [...groupIds(ids, (id) => communities[id] ?? 0).values()].sort((a, b) => b.length - a.length);
  groupsBySize.forEach((group, groupIndex) => {
    const [x, y] = spiralPosition(groupIndex, 220);
    group.forEach((id, index) => {
      const [dx, dy] = spiralPosition(index, 14);
      graph.mergeNodeAttributes(id, { x: x + dx, y: y + dy });
    });
  });
}

function groupIds(ids: readonly string[], keyOf: (id: string) => number): Map<number, string[]> {
  const groupsByKey = new Map<number, string[]>();
  for (const id of ids) {
    const group = groupsByKey.get(keyOf(id));
    if (group) group.push(id);
    else groupsByKey.set(keyOf(id), [id]);
  }
  return groupsByKey;
}

function spiralPosition(index: number, step: number): readonly [number, number] {
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  const distance = step * Math.sqrt(index);
  return [distance * Math.cos(angle), distance * Math.sin(angle)];
}

/** Weights edges, so that those within a community attract more than those between communities. */
function weightEdges(graph: Graph, communities: Readonly<Record<string, number>>): void {
  graph.updateEachEdgeAttributes((_edge, attributes, source, target) => ({
    ...attributes,
    weight: communities[source] === communities[target] ? 3 : 0.3,
  }));
}

/** Centers the bounding box on (0, 0) and scales it to the extent, enlarged by the square root of the graph's size. */
function normalizePositions(graph: Graph): void {
  const xs = graph.mapNodes((_id, { x }) => Number(x));
  const ys = graph.mapNodes((_id, { y }) => Number(y));
  const [left, right] = rangeOf(xs);
  const [bottom, top] = rangeOf(ys);
  const factor = (2 * extent * Math.max(1, Math.sqrt(graph.order / 400))) / Math.max(right - left, top - bottom, 1e-9);
  graph.updateEachNodeAttributes((_id, attributes) => ({
    ...attributes,
    x: (Number(attributes['x']) - (left + right) / 2) * factor,
    y: (Number(attributes['y']) - (bottom + top) / 2) * factor,
  }));
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([min, max], value) => [Math.min(min, value), Math.max(max, value)],
    [Infinity, -Infinity],
  );
}

function toLayout(graph: Graph, ids: readonly string[], communities: Readonly<Record<string, number>>): Layout {
  const positions = new Float32Array(ids.length * 2);
  ids.forEach((id, index) => {
    const { x, y } = graph.getNodeAttributes(id);
    positions.set([Number(x), Number(y)], index * 2);
  });
  return { positions, communities: Uint16Array.from(ids, (id) => communities[id] ?? 0) };
}
