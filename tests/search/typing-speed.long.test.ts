import { expect, it } from 'vitest';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
const api = listen(() => neo4j.database, { read: { executor: 'jit', cache: false } });
const query = 'query ($prefix: String!) { suggest(prefix: $prefix) { text hint entity { __typename id } } }';
const prefixes = ['a', 'go', 'mid', '图', '百度', 'deep ', 'voice', 'open', '达', 'dall'];
const nothing = 'qzx';
/** How many times as long it may take to complete a name as to find that nothing begins so: a scan takes several. */
const maxRatio = 2;

async function timeMs(prefix: string): Promise<number> {
  const from = performance.now();
  await api.ask(query, { prefix });
  return performance.now() - from;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity;
}

it('completes what is typed hardly later than it tells that nothing begins so, asked in turn', async () => {
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
