import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BatchConcurrency } from './batch-concurrency.js';

const slowMs = 60;
let concurrency: BatchConcurrency;
const onCapacity = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  onCapacity.mockClear();
  concurrency = new BatchConcurrency(onCapacity);
});

afterEach(() => {
  vi.useRealTimers();
});

function acquireAll(): (() => void)[] {
  const releases: (() => void)[] = [];
  while (concurrency.hasCapacity) releases.push(concurrency.acquire(slowMs));
  return releases;
}

describe('BatchConcurrency', () => {
  it('allows one batch until Neo4j has planned the statement, then two', () => {
    const [firstRelease, ...otherReleases] = acquireAll();
    expect(otherReleases).toEqual([]);
    firstRelease?.();
    expect(onCapacity).toHaveBeenCalledOnce();
    expect(acquireAll()).toHaveLength(2);
  });

  it('allows a second batch once the first takes longer than planning', () => {
    acquireAll();
    vi.advanceTimersByTime(500);
    expect(onCapacity).toHaveBeenCalledOnce();
    expect(acquireAll()).toHaveLength(1);
  });

  describe('after the statement is planned', () => {
    beforeEach(() => {
      acquireAll()[0]?.();
    });

    it('does not count slow batches', () => {
      acquireAll();
      onCapacity.mockClear();
      vi.advanceTimersByTime(slowMs - 1);
      expect(concurrency.hasCapacity).toBe(false);
      vi.advanceTimersByTime(1);
      expect(onCapacity).toHaveBeenCalledTimes(2);
      expect(acquireAll()).toHaveLength(2);
    });

    it('allows at most eight batches, however slow Neo4j is', () => {
      for (let round = 0; round < 9; round += 1) {
        acquireAll();
        vi.advanceTimersByTime(slowMs);
      }
      expect(concurrency.hasCapacity).toBe(false);
      expect(acquireAll()).toHaveLength(0);
    });

    it('allows two batches again after the slow ones have ended', () => {
      const slowReleases = acquireAll();
      vi.advanceTimersByTime(slowMs);
      const otherReleases = acquireAll();
      for (const release of [...slowReleases, ...otherReleases]) release();
      expect(acquireAll()).toHaveLength(2);
    });
  });
});
