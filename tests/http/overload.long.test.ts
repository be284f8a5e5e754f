import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer } from './http-server.js';

/** How many requests the server has under way at most, and so can carry: each takes Neo4j a fifth of a second. */
const carried = 20;
const workMs = 200;
const idle = 1_000;
const seconds = 5;

const count = z.number();
/** The middle, the one that 99 of 100 do not exceed, and the most. */
const quantiles = z.object({ half: count, most: count, all: count });
const result = z.object({
  ...{ answered: count, refused: count, other: count, unasked: count, errors: count, timeouts: count },
  ...{ closed: count, refusalMs: quantiles, answerMs: quantiles },
});

describe('a server with 1,000 idle connections and 10 times the load that it can carry', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(
    () => ({
      ...neo4j.database,
      read: async (statement) => {
        await delay(workMs);
        return neo4j.database.read(statement);
      },
    }),
    { requestLimit: carried, operationTimeoutMs: 60_000 },
    false,
  );
  const ask = async (): Promise<number> => (await server.post({ query: '{ tiers { nodes { slug } } }' })).status;
  // A statement may take long the first time.
  beforeAll(async () => {
    while ((await ask()) !== 200) await delay(100);
  });

  it('answers what it can, refuses the rest at once with 503 and when to come again, and still tells that it lives', async () => {
    // Refusals come so fast that clients who heed none would send hundreds of times what can be carried.
    const load = [idle, 10 * carried, (10 * carried * 1_000) / workMs, seconds].map(String);
    const script = fileURLToPath(new URL('overload-client.ts', import.meta.url));
    const client = runCommand(process.execPath, ['--import', 'tsx', script, server.address, ...load], {});
    const healthMs: number[] = [];
    while (client.child.exitCode === null && client.child.signalCode === null) {
      const from = performance.now();
      expect((await server.get('/livez')).status).toBe(200);
      healthMs.push(performance.now() - from);
      await delay(100);
    }
    expect(await client.ended, client.errors()).toBe(0);
    console.log(
      `10 times the load: ${client.output()}, asked for its health ${healthMs.length} times: ${Math.max(...healthMs)}`,
    );
    const seen = result.parse(JSON.parse(client.output()));

    expect(seen).toMatchObject({ other: 0, unasked: 0, errors: 0, timeouts: 0, closed: 0 });
    expect(seen.answered).toBeGreaterThan(carried);
    expect(seen.refused).toBeGreaterThan(seen.answered);
    // Each waits for the same process: what is refused at once comes before what is answered at the same time.
    expect(seen.refusalMs.half).toBeLessThan(seen.answerMs.half);
    expect(seen.refusalMs.most).toBeLessThan(seen.answerMs.all);
    expect(medianOf(healthMs)).toBeLessThan(seen.answerMs.half);
    expect(Math.max(...healthMs)).toBeLessThan(seen.answerMs.all);
    // The server may yet have to notice that the last of the clients have gone.
    await expect.poll(ask).toBe(200);
  });
});

function medianOf(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
