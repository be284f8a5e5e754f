import { describe, expect, it } from 'vitest';
import { AdaptiveBatchSize } from './adaptive-batch-size.js';

function recordBatches(batchSize: AdaptiveBatchSize, elapsedMsOf: (requestCount: number) => number): void {
  for (let batch = 0; batch < 40; batch += 1) batchSize.record(batchSize.size, elapsedMsOf(batchSize.size));
}

describe('AdaptiveBatchSize', () => {
  it('grows to the maximum for a fast statement', () => {
    const batchSize = new AdaptiveBatchSize(64);
    recordBatches(batchSize, (requestCount) => 1 + requestCount * 0.1);
    expect(batchSize.size).toBe(64);
  });

  it('grows to the maximum if only the network is slow', () => {
    const batchSize = new AdaptiveBatchSize(64);
    recordBatches(batchSize, (requestCount) => 200 + requestCount);
    expect(batchSize.size).toBe(64);
  });

  it('stays small for a slow statement and grows again once the statement is fast', () => {
    const batchSize = new AdaptiveBatchSize(64);
    recordBatches(batchSize, (requestCount) => requestCount * 500);
    expect(batchSize.size).toBeLessThanOrEqual(4);
    recordBatches(batchSize, (requestCount) => 3 + requestCount * 0.1);
    expect(batchSize.size).toBe(64);
  });

  it('forgets a single fast batch, so that later batches of normal duration do not count as slow', () => {
    const batchSize = new AdaptiveBatchSize(64);
    batchSize.record(1, 1);
    batchSize.record(1, 300);
    expect(batchSize.slowMs).toBeLessThan(300);
    for (let batch = 0; batch < 400; batch += 1) batchSize.record(batchSize.size, 300);
    expect(batchSize.slowMs).toBeGreaterThan(300);
    expect(batchSize.size).toBe(64);
  });
});
