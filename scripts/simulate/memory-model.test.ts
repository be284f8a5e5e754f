import { describe, expect, it } from 'vitest';
import type { MeasuredGraph } from '../../bench/capacity/measured.js';
import { fitMemory, pageReadsOf } from './memory-model.js';

const megabyte = 2 ** 20;
const graph: MeasuredGraph = {
  ...{ nodes: 100_000, relations: 300_000, operations: [] },
  store: {
    ...{ nodes: 2 * megabyte, relations: 10 * megabyte, properties: 60 * megabyte, strings: 90 * megabyte },
    ...{ arrays: 18 * megabyte, indexes: 19 * megabyte, luceneIndexes: 10 * megabyte, other: megabyte },
  },
  heap: [
    { connections: 0, liveMb: 100 },
    { connections: 64, liveMb: 228 },
  ],
  pageReads: [
    { work: 'levels', pageCacheMb: 10, readsPerRequest: 40, databaseCpuMs: 1 },
    { work: 'levels', pageCacheMb: 100, readsPerRequest: 10, databaseCpuMs: 1 },
  ],
};

describe('fitMemory', () => {
  it('is proportional to the nodes, but for the heap and the system', () => {
    const { pagedMb, pageCacheMb, luceneMb, heapMb, systemMb } = fitMemory([graph], 1_000_000);
    expect(pagedMb).toBeCloseTo(2_000, 6);
    expect(pageCacheMb).toBeCloseTo(2_400, 6);
    expect(luceneMb).toBeCloseTo(100, 6);
    expect([heapMb, systemMb]).toEqual([1_024, 1_024]);
  });

  it('takes known sizes instead', () => {
    expect(fitMemory([graph], 1_000_000, { pageCacheMb: 512 }).pageCacheMb).toBe(512);
    expect(fitMemory([graph], 1_000_000, { storeMb: 1_000 }).pageCacheMb).toBe(1_200);
  });
});

describe('pageReadsOf', () => {
  it.each([
    [0.01, 40],
    [0.05, 40],
    [0.275, 25],
    [0.5, 10],
    [0.75, 5],
    [1, 0],
    [1.2, 0],
  ])('interpolates between the measured page caches: with %d of the files %d', (share, reads) => {
    expect(pageReadsOf([graph], 'levels', share)).toBeCloseTo(reads, 6);
  });
});
