import { expect, it } from 'vitest';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
const api = listen(() => neo4j.database, { read: { executor: 'jit', cache: false } });
const query = 'query ($prefix: String!) { suggest(prefix: $prefix) { text hint entity { __typename id } } }';
const prefixes = ['a', 'go', 'mid', '图', '百度', 'deep ', 'voice', 'open', '达', 'dall'];
const nothing = 'qzx';
/** Limit of the time for a prefix with matches relative to one without; a full scan exceeds it. */
const maxRatio = 2;

async function timeMs(prefix: string): Promise<number> {
  const from = performance.now();
  await api.ask(query, { prefix });
  return performance.now() - from;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity;
}

it('A suggestion for a prefix with matches takes about as long as for one without, measured alternately', async () => {
  for (const prefix of [...prefixes, nothing]) for (let i = 0; i < 10; i += 1) await timeMs(prefix);
  const [found, missed]: [number[], number[]] = [[], []];
  for (let i = 0; i < 40; i += 1) {
    for (const prefix of prefixes) {
      found.push(await timeMs(prefix));
      missed.push(await timeMs(nothing));
    }
  }
  expect(median(found) / median(missed)).toBeLessThan(maxRatio);
});
