import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lanes } from './lanes.js';

const slowMs = 60;
let lanes: Lanes;
const onFree = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  onFree.mockClear();
  lanes = new Lanes(onFree);
});

afterEach(() => {
  vi.useRealTimers();
});

function takeAll(): (() => void)[] {
  const taken: (() => void)[] = [];
  while (lanes.isFree) taken.push(lanes.take(slowMs));
  return taken;
}

describe('The lanes of a statement', () => {
  it('are one until Neo4j has planned it, then two', () => {
    const [first, ...others] = takeAll();
    expect(others).toEqual([]);
    first?.();
    expect(onFree).toHaveBeenCalledOnce();
    expect(takeAll()).toHaveLength(2);
  });

  it('are two when the first batch takes longer than planning does', () => {
    takeAll();
    vi.advanceTimersByTime(500);
    expect(onFree).toHaveBeenCalledOnce();
    expect(takeAll()).toHaveLength(1);
  });

  describe('once it is planned', () => {
    beforeEach(() => {
      takeAll()[0]?.();
    });

    it('are not held by batches that are slow', () => {
      takeAll();
      onFree.mockClear();
      vi.advanceTimersByTime(slowMs - 1);
      expect(lanes.isFree).toBe(false);
      vi.advanceTimersByTime(1);
      expect(onFree).toHaveBeenCalledTimes(2);
      expect(takeAll()).toHaveLength(2);
    });

    it('are eight at most, however slow Neo4j is', () => {
      for (let round = 0; round < 9; round += 1) {
        takeAll();
        vi.advanceTimersByTime(slowMs);
      }
      expect(lanes.isFree).toBe(false);
      expect(takeAll()).toHaveLength(0);
    });

    it('are two again once those that were slow have been answered', () => {
      const slow = takeAll();
      vi.advanceTimersByTime(slowMs);
      const others = takeAll();
      for (const giveBack of [...slow, ...others]) giveBack();
      expect(takeAll()).toHaveLength(2);
    });
  });
});
