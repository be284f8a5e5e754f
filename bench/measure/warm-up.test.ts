import { describe, expect, it } from 'vitest';
import { warmUp } from './warm-up.js';

/** Returns the rates of each server in turn, then repeats the last one. */
function scriptedRates(rates: Readonly<Record<string, readonly number[]>>): (server: string) => Promise<number> {
  const remainingRates = new Map(Object.entries(rates).map(([server, serverRates]) => [server, [...serverRates]]));
  return async (server) => {
    const serverRates = remainingRates.get(server) ?? [];
    return (serverRates.length > 1 ? serverRates.shift() : serverRates[0]) ?? 0;
  };
}

describe('warmUp', () => {
  it('ends when no server gets faster', async () => {
    expect(await warmUp(['a', 'b'], scriptedRates({ a: [100, 105, 103], b: [50, 54, 50] }))).toBe(2);
  });

  it('continues for all servers while one gets faster', async () => {
    expect(await warmUp(['a', 'b'], scriptedRates({ a: [100], b: [50, 100, 150, 155] }))).toBe(4);
  });

  it('compares with the best rate, not with the previous one', async () => {
    expect(await warmUp(['a', 'b'], scriptedRates({ a: [100, 60, 105], b: [50, 60, 61] }))).toBe(3);
  });

  it('ends after ten passes if a server keeps getting faster', async () => {
    let rate = 1;
    expect(await warmUp(['a'], async () => (rate *= 2))).toBe(10);
  });
});
