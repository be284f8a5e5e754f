import { describe, expect, it } from 'vitest';
import { AdaptiveBatchSize } from './adaptive-batch-size.js';

function recordBatches(batchSize: AdaptiveBatchSize, elapsedOf: (items: number) => number): void {
  for (let batch = 0; batch < 40; batch += 1) batchSize.record(batchSize.size, elapsedOf(batchSize.size));
}

describe('The batch size of a statement', () => {
  it('fills batches of a light statement to the most they may hold', () => {
    const batchSize = new AdaptiveBatchSize(64);
    recordBatches(batchSize, (items) => 1 + items * 0.1);
    expect(batchSize.size).toBe(64);
  });

  it('fills them as well where only the way to Neo4j is long', () => {
    const batchSize = new AdaptiveBatchSize(64);
    recordBatches(batchSize, (items) => 200 + items);
    expect(batchSize.size).toBe(64);
  });

  it('keeps batches of a heavy statement small, and fills them again once it has become light', () => {
    const batchSize = new AdaptiveBatchSize(64);
    recordBatches(batchSize, (items) => items * 500);
    expect(batchSize.size).toBeLessThanOrEqual(4);
    recordBatches(batchSize, (items) => 3 + items * 0.1);
    expect(batchSize.size).toBe(64);
  });

  it('forgets one fast batch: those that take as long as usual do not count as slow forever', () => {
    const batchSize = new AdaptiveBatchSize(64);
    batchSize.record(1, 1);
    batchSize.record(1, 300);
    expect(batchSize.slowMs).toBeLessThan(300);
    for (let batch = 0; batch < 400; batch += 1) batchSize.record(batchSize.size, 300);
    expect(batchSize.slowMs).toBeGreaterThan(300);
    expect(batchSize.size).toBe(64);
  });
});
