import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { RequestCounts } from './request-counts.js';

describe('RequestCounts', () => {
  it('counts the requests of each client separately', () => {
    const counts = new RequestCounts(60_000);
    const currents = ['a', 'a', 'b', 'a'].map((client) => counts.count(client).current);
    expect(currents).toEqual([1, 2, 1, 3]);
  });

  it('returns the time until the window ends, which later requests do not extend', async () => {
    const counts = new RequestCounts(60_000);
    const first = counts.count('a').ttl;
    await delay(20);
    const second = counts.count('a').ttl;
    expect(first).toBeGreaterThan(59_000);
    expect(second).toBeLessThan(first);
  });

  it('starts a new window after the end of the last one', async () => {
    const counts = new RequestCounts(10);
    counts.count('a');
    await delay(30);
    expect(counts.count('a').current).toBe(1);
  });
});
