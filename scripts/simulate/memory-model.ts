import type { LiveHeap, MeasuredGraph, StoreBytes } from '../../bench/capacity/measured.js';
import type { WorkName } from './mix.js';

const bytesPerMb = 2 ** 20;

/** The memory that a Neo4j needs for a graph, in megabytes. */
export interface DatabaseMemory {
  /** The files that Neo4j reads through its page cache. */
  readonly pagedMb: number;
  readonly pageCacheMb: number;
  /** The full-text and text indexes, which the operating system caches. */
  readonly luceneMb: number;
  readonly heapMb: number;
  /** For the operating system. */
  readonly systemMb: number;
}

/** Room for data that grow by a fifth, as Neo4j's manual plans a page cache. */
const growthFactor = 1.2;

/** The heap is this many times the live objects, so that the garbage collector seldom runs. */
const heapFactor = 4;
const minHeapMb = 1_024;

/** What Neo4j's manual leaves to the operating system at least. */
const systemMb = 1_024;

/** Requests that Neo4j works on at once: the connections of one server process. */
const concurrentRequests = 50;

/** Sizes that are known instead of fitted, in megabytes. */
export interface KnownSizes {
  readonly pageCacheMb?: number | undefined;
  /** The files that Neo4j reads through its page cache. */
  readonly storeMb?: number | undefined;
}

/** The memory for a graph. Without a page cache size, the page cache holds the whole graph and room for growth. */
export function fitMemory(
  graphs: readonly MeasuredGraph[],
  nodes: number,
  { pageCacheMb, storeMb }: KnownSizes = {},
): DatabaseMemory {
  const { paged, lucene } = bytesPerNode(graphs);
  const pagedMb = storeMb ?? (paged * nodes) / bytesPerMb;
  const { idleMb, perRequestMb } = fitHeap(graphs);
  const heapMb = Math.max(minHeapMb, heapFactor * (idleMb + perRequestMb * concurrentRequests));
  const luceneMb = (lucene * nodes) / bytesPerMb;
  return { pagedMb, pageCacheMb: pageCacheMb ?? pagedMb * growthFactor, luceneMb, heapMb, systemMb };
}

/** The bytes of the files for each node with its relations, in the largest of the graphs. */
function bytesPerNode(graphs: readonly Pick<MeasuredGraph, 'nodes' | 'store'>[]): {
  readonly paged: number;
  readonly lucene: number;
} {
  const largest = graphs.toSorted((first, second) => second.nodes - first.nodes)[0];
  if (!largest) throw new Error('Expected a measured graph.');
  const { nodes, store } = largest;
  return { paged: pagedBytes(store) / nodes, lucene: store.luceneIndexes / nodes };
}

/** The bytes of the files that Neo4j reads through its page cache. */
export function pagedBytes({ luceneIndexes: _lucene, ...paged }: StoreBytes): number {
  return Object.values(paged).reduce((sum, bytes) => sum + bytes, 0);
}

/** The live heap of an idle Neo4j, and what each concurrent request adds. */
export function fitHeap(graphs: readonly Pick<MeasuredGraph, 'heap'>[]): {
  readonly idleMb: number;
  readonly perRequestMb: number;
} {
  const heaps = graphs.flatMap(({ heap }) => (heap ? [heap] : []));
  const liveOf = (heap: readonly LiveHeap[], connections: number): number =>
    heap.find((one) => one.connections === connections)?.liveMb ?? 0;
  const idle = heaps.map((heap) => liveOf(heap, 0));
  const perRequest = heaps.map((heap) => Math.max(0, (liveOf(heap, 64) - liveOf(heap, 0)) / 64));
  return { idleMb: Math.max(...idle), perRequestMb: Math.max(...perRequest) };
}

/**
 * The pages read from the files for a request of a kind, if the page cache holds a share of the files. The number
 * decreases with the share as in the graph that was measured with the most page caches. It is scaled so that, with the
 * smallest share, it is that of the graph with the most reads.
 */
export function pageReadsOf(graphs: readonly MeasuredGraph[], work: WorkName, cachedShare: number): number {
  const curves = graphs.map((graph) => readsByShare(graph, work));
  const detailed = curves.reduce((best, curve) => (curve.length > best.length ? curve : best), []);
  const maxReads = Math.max(...curves.map((curve) => curve[0]?.reads ?? 0));
  const scale = maxReads / Math.max(detailed[0]?.reads ?? 0, Number.MIN_VALUE);
  return interpolate(detailed, cachedShare) * scale;
}

interface Reads {
  readonly share: number;
  readonly reads: number;
}

function readsByShare({ pageReads = [], store }: MeasuredGraph, work: WorkName): Reads[] {
  const pagedMb = pagedBytes(store) / bytesPerMb;
  const measured = pageReads.filter((one) => one.work === work);
  const points = measured.map(({ pageCacheMb, readsPerRequest }) => ({
    share: pageCacheMb / pagedMb,
    reads: readsPerRequest,
  }));
  return [...points, { share: 1, reads: 0 }].toSorted((first, second) => first.share - second.share);
}

function interpolate(points: readonly Reads[], share: number): number {
  const next = points.findIndex((point) => point.share >= share);
  const [before, after] = [points[Math.max(next - 1, 0)], points[next]];
  if (!before || !after) return 0;
  if (before === after) return after.reads;
  return before.reads + ((share - before.share) / (after.share - before.share)) * (after.reads - before.reads);
}
