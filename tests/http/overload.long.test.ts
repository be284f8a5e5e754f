import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer } from './http-server.js';

/** The maximum number of concurrent requests, and so the server's capacity: each takes Neo4j `workMs`. */
const capacity = 20;
const workMs = 200;
const idle = 1_000;
const seconds = 5;

const count = z.number();
/** The median, the 99th percentile and the maximum. */
const quantiles = z.object({ median: count, p99: count, max: count });
const result = z.object({
  ...{ answered: count, rejected: count, other: count, withoutRetryAfter: count, errors: count, timeouts: count },
  ...{ closed: count, rejectionMs: quantiles, responseMs: quantiles },
});

describe('a server with 1,000 idle connections and a load of 10 times its capacity', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(
    () => ({
      ...neo4j.database,
      read: async (statement) => {
        await delay(workMs);
        return neo4j.database.read(statement);
      },
    }),
    { requestLimit: capacity, operationTimeoutMs: 60_000 },
    false,
  );
  const send = async (): Promise<number> => (await server.post({ query: '{ tiers { nodes { slug } } }' })).status;
  // A statement may be slow when it first runs.
  beforeAll(async () => {
    while ((await send()) !== 200) await delay(100);
  });

  it('answers what it can, rejects the other requests at once with 503 and Retry-After, and reports that it is alive', async () => {
    // Limits the rate: rejections are so fast that clients without backoff would send hundreds of times the capacity.
    const load = [idle, 10 * capacity, (10 * capacity * 1_000) / workMs, seconds].map(String);
    const script = fileURLToPath(new URL('overload-client.ts', import.meta.url));
    const client = runCommand(process.execPath, ['--import', 'tsx', script, server.address, ...load], {});
    const healthMs: number[] = [];
    while (client.child.exitCode === null && client.child.signalCode === null) {
      const startedAt = performance.now();
      expect((await server.get('/livez')).status).toBe(200);
      healthMs.push(performance.now() - startedAt);
      await delay(100);
    }
    expect(await client.ended, client.errors()).toBe(0);
    console.log(
      `10 times the capacity: ${client.output()}; slowest of ${healthMs.length} health checks: ${Math.max(...healthMs)} ms`,
    );
    const outcome = result.parse(JSON.parse(client.output()));

    expect(outcome).toMatchObject({ other: 0, withoutRetryAfter: 0, errors: 0, timeouts: 0, closed: 0 });
    expect(outcome.answered).toBeGreaterThan(capacity);
    expect(outcome.rejected).toBeGreaterThan(outcome.answered);
    // All requests wait for the same process, so a rejection arrives before a response that starts at the same time.
    expect(outcome.rejectionMs.median).toBeLessThan(outcome.responseMs.median);
    expect(outcome.rejectionMs.p99).toBeLessThan(outcome.responseMs.max);
    expect(medianOf(healthMs)).toBeLessThan(outcome.responseMs.median);
    expect(Math.max(...healthMs)).toBeLessThan(outcome.responseMs.max);
    // The server may not have noticed yet that the last clients disconnected.
    await expect.poll(send).toBe(200);
  });
});

function medianOf(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
