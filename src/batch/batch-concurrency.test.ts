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

function takeAll(): (() => void)[] {
  const taken: (() => void)[] = [];
  while (concurrency.hasCapacity) taken.push(concurrency.acquire(slowMs));
  return taken;
}

describe('BatchConcurrency', () => {
  it('allows one batch until Neo4j has planned the statement, then two', () => {
    const [first, ...others] = takeAll();
    expect(others).toEqual([]);
    first?.();
    expect(onCapacity).toHaveBeenCalledOnce();
    expect(takeAll()).toHaveLength(2);
  });

  it('allows a second batch once the first takes longer than planning', () => {
    takeAll();
    vi.advanceTimersByTime(500);
    expect(onCapacity).toHaveBeenCalledOnce();
    expect(takeAll()).toHaveLength(1);
  });

  describe('after the statement is planned', () => {
    beforeEach(() => {
      takeAll()[0]?.();
    });

    it('does not count slow batches', () => {
      takeAll();
      onCapacity.mockClear();
      vi.advanceTimersByTime(slowMs - 1);
      expect(concurrency.hasCapacity).toBe(false);
      vi.advanceTimersByTime(1);
      expect(onCapacity).toHaveBeenCalledTimes(2);
      expect(takeAll()).toHaveLength(2);
    });

    it('allows at most eight batches, however slow Neo4j is', () => {
      for (let round = 0; round < 9; round += 1) {
        takeAll();
        vi.advanceTimersByTime(slowMs);
      }
      expect(concurrency.hasCapacity).toBe(false);
      expect(takeAll()).toHaveLength(0);
    });

    it('allows two batches again after the slow ones have ended', () => {
      const slow = takeAll();
      vi.advanceTimersByTime(slowMs);
      const others = takeAll();
      for (const release of [...slow, ...others]) release();
      expect(takeAll()).toHaveLength(2);
    });
  });
});
