import { describe, expect, it } from 'vitest';
import { warmUp } from './warm-up.js';

/** Gives the rates of each server one after the other, the last of them for ever. */
function driven(rates: Readonly<Record<string, readonly number[]>>): (server: string) => Promise<number> {
  const left = new Map(Object.entries(rates).map(([server, all]) => [server, [...all]]));
  return async (server) => {
    const all = left.get(server) ?? [];
    return (all.length > 1 ? all.shift() : all[0]) ?? 0;
  };
}

describe('Warming up', () => {
  it('ends when none gets faster', async () => {
    expect(await warmUp(['a', 'b'], driven({ a: [100, 105, 103], b: [50, 54, 50] }))).toBe(2);
  });

  it('goes on for all as long as one does', async () => {
    expect(await warmUp(['a', 'b'], driven({ a: [100], b: [50, 100, 150, 155] }))).toBe(4);
  });

  it('is not taken in by one that was slower for a while', async () => {
    expect(await warmUp(['a', 'b'], driven({ a: [100, 60, 105], b: [50, 60, 61] }))).toBe(3);
  });

  it('ends all the same where one never comes to rest', async () => {
    let rate = 1;
    expect(await warmUp(['a'], async () => (rate *= 2))).toBe(10);
  });
});
