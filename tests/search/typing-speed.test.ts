import { expect, it } from 'vitest';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { isSharedMachine } from '../setup/shared-machine.js';

const neo4j = sharedNeo4j();
const api = listen(() => neo4j.database, { read: { executor: 'jit', compileAfter: 0, cache: false } });
const query = 'query ($prefix: String!) { suggest(prefix: $prefix) { text hint entity { __typename id } } }';
const prefixes = ['a', 'go', 'mid', '图', '百度', 'deep ', 'voice', 'open', '达', 'dall'];
const nothing = 'qzx';
/** Ten times what an otherwise idle computer needs: what is seen here is a scan, not a slow computer. */
const mostMs = 100;
/** How many times as long it may take to complete a name as to find that nothing begins so: a scan takes several. */
const mostTimes = 1.5;

async function timed(prefix: string): Promise<number> {
  const from = performance.now();
  await api.ask(query, { prefix });
  return performance.now() - from;
}

async function warmUp(): Promise<void> {
  for (const prefix of [...prefixes, nothing]) for (let i = 0; i < 10; i += 1) await timed(prefix);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity;
}

it.skipIf(isSharedMachine)('completes what is typed before the next letter comes', async () => {
  await warmUp();
  const times: number[] = [];
  for (let i = 0; i < 10; i += 1) for (const prefix of prefixes) times.push(await timed(prefix));
  expect(median(times)).toBeLessThan(mostMs);
});

it('completes what is typed hardly later than it tells that nothing begins so, asked in turn', async () => {
  await warmUp();
  const [found, missed]: [number[], number[]] = [[], []];
  for (let i = 0; i < 20; i += 1) {
    for (const prefix of prefixes) {
      found.push(await timed(prefix));
      missed.push(await timed(nothing));
    }
  }
  expect(median(found) / median(missed)).toBeLessThan(mostTimes);
});
