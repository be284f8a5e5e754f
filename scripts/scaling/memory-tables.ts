import type { MeasuredGraph, StoreBytes } from '../../bench/capacity/measured.js';
import { formatNumber } from '../../bench/report/table.js';
import { markdownTable } from '../markdown-table.js';
import { fitHeap, fitMemory, pagedBytes, pageReadsOf } from '../simulate/memory-model.js';
import { workNames } from '../simulate/mix.js';
import { gigabytes } from '../simulate/print-plan.js';

/** The sizes for which the fitted memory is listed: the measured ones and larger ones. */
const plannedNodes = [80_000, 1_000_000, 5_000_000, 20_000_000, 100_000_000];

const storeKinds: readonly (readonly [kind: keyof StoreBytes, title: string])[] = [
  ['nodes', 'node records'],
  ['relations', 'relation records'],
  ['properties', 'property records'],
  ['strings', 'long strings'],
  ['arrays', 'lists'],
  ['indexes', 'range indexes'],
  ['luceneIndexes', 'full-text indexes'],
  ['other', 'the rest'],
];

/** The bytes of the files, by what they hold. */
export function printStore(graphs: readonly MeasuredGraph[]): string {
  const rows = storeKinds.map(([kind, title]) => [
    title,
    ...graphs.map(({ store }) => `${formatNumber(store[kind] / 2 ** 20, 0)} MB`),
    ...graphs.slice(-1).map(({ store, nodes }) => formatNumber(store[kind] / nodes, 0)),
  ]);
  const heading = graphs.map(
    ({ nodes, relations }) => `${formatCount(nodes)} nodes, ${formatCount(relations)} relations`,
  );
  return markdownTable([['files', ...heading, 'bytes per node'], ...rows]);
}

/** The memory of Neo4j for measured and larger graphs. */
export function printMemory(graphs: readonly MeasuredGraph[]): string {
  const rows = plannedNodes.map((nodes) => {
    const { pagedMb, pageCacheMb, luceneMb, heapMb, systemMb } = fitMemory(graphs, nodes);
    const measured = graphs.find((graph) => graph.nodes === nodes);
    return [
      formatCount(nodes),
      measured ? gigabytes(pagedBytes(measured.store) / 2 ** 20) : '–',
      ...[pagedMb, pageCacheMb, luceneMb, heapMb, pageCacheMb + luceneMb + heapMb + systemMb].map(gigabytes),
    ];
  });
  const heading = ['nodes', 'measured files', 'fitted files', 'page cache', 'full-text indexes', 'heap', 'machine'];
  const { idleMb, perRequestMb } = fitHeap(graphs);
  const heaps = graphs
    .filter(({ heap }) => heap !== undefined)
    .map(
      ({ nodes, heap = [] }) =>
        `${formatCount(nodes)}: ${heap.map(({ liveMb }) => formatNumber(liveMb, 0)).join(', ')}`,
    );
  return [
    markdownTable([heading, ...rows]),
    `Live objects in the heap in MB, idle and with 16 and 64 connections: ${heaps.join('; ')}. Fitted: ${formatNumber(idleMb, 0)} MB and ${formatNumber(perRequestMb, 1)} MB for each request.`,
  ].join('\n\n');
}

/** The pages read for each request, by the size of the page cache. */
export function printPages(graphs: readonly MeasuredGraph[]): string {
  const shares = [0.75, 0.5, 0.25, 0.05];
  const rows = workNames.map((work) => [
    work,
    ...shares.map((share) => formatNumber(pageReadsOf(graphs, work, share), 1)),
  ]);
  return markdownTable([
    ['page cache, as a share of the files', ...shares.map((share) => `${share * 100} %`)],
    ...rows,
  ]);
}

/** Formats a large number as millions. */
export function formatCount(value: number): string {
  return value >= 1e6 ? `${formatNumber(value / 1e6, value < 1e7 ? 1 : 0)} million` : formatNumber(value, 0);
}
