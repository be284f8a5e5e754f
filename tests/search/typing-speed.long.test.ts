import { expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database, { read: { executor: 'jit', isCacheEnabled: false } });
const query = 'query ($prefix: String!) { suggest(prefix: $prefix) { text hint entity { __typename id } } }';
const prefixes = ['a', 'go', 'mid', '图', '百度', 'deep ', 'voice', 'open', '达', 'dall'];
const unmatchedPrefix = 'qzx';
/** Limit of the time for a prefix with matches relative to one without; a full scan exceeds it. */
const maxRatio = 2;

async function measureMs(prefix: string): Promise<number> {
  const startedAt = performance.now();
  await api.query(query, { prefix });
  return performance.now() - startedAt;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity;
}

it('A suggestion for a prefix with matches takes about as long as for one without, measured alternately', async () => {
  for (const prefix of [...prefixes, unmatchedPrefix]) for (let i = 0; i < 10; i += 1) await measureMs(prefix);
  const [matchedTimes, unmatchedTimes]: [number[], number[]] = [[], []];
  for (let i = 0; i < 40; i += 1) {
    for (const prefix of prefixes) {
      matchedTimes.push(await measureMs(prefix));
      unmatchedTimes.push(await measureMs(unmatchedPrefix));
    }
  }
  expect(median(matchedTimes) / median(unmatchedTimes)).toBeLessThan(maxRatio);
});
