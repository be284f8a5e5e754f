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

describe('The concurrency of batches', () => {
  it('is one until Neo4j has planned it, then two', () => {
    const [first, ...others] = takeAll();
    expect(others).toEqual([]);
    first?.();
    expect(onCapacity).toHaveBeenCalledOnce();
    expect(takeAll()).toHaveLength(2);
  });

  it('is two when the first batch takes longer than planning does', () => {
    takeAll();
    vi.advanceTimersByTime(500);
    expect(onCapacity).toHaveBeenCalledOnce();
    expect(takeAll()).toHaveLength(1);
  });

  describe('once it is planned', () => {
    beforeEach(() => {
      takeAll()[0]?.();
    });

    it('does not count batches that are slow', () => {
      takeAll();
      onCapacity.mockClear();
      vi.advanceTimersByTime(slowMs - 1);
      expect(concurrency.hasCapacity).toBe(false);
      vi.advanceTimersByTime(1);
      expect(onCapacity).toHaveBeenCalledTimes(2);
      expect(takeAll()).toHaveLength(2);
    });

    it('is eight at most, however slow Neo4j is', () => {
      for (let round = 0; round < 9; round += 1) {
        takeAll();
        vi.advanceTimersByTime(slowMs);
      }
      expect(concurrency.hasCapacity).toBe(false);
      expect(takeAll()).toHaveLength(0);
    });

    it('is two again once the slow batches have ended', () => {
      const slow = takeAll();
      vi.advanceTimersByTime(slowMs);
      const others = takeAll();
      for (const release of [...slow, ...others]) release();
      expect(takeAll()).toHaveLength(2);
    });
  });
});
