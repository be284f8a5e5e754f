import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer } from './http-server.js';

/** The maximum number of concurrent requests, and so the server's capacity: each takes Neo4j `workMs`. */
const carried = 20;
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
    { requestLimit: carried, operationTimeoutMs: 60_000 },
    false,
  );
  const ask = async (): Promise<number> => (await server.post({ query: '{ tiers { nodes { slug } } }' })).status;
  // A statement may be slow when it first runs.
  beforeAll(async () => {
    while ((await ask()) !== 200) await delay(100);
  });

  it('answers what it can, rejects the other requests at once with 503 and Retry-After, and reports that it is alive', async () => {
    // Limits the rate: rejections are so fast that clients without backoff would send hundreds of times the capacity.
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
      `10 times the capacity: ${client.output()}; slowest of ${healthMs.length} health checks: ${Math.max(...healthMs)} ms`,
    );
    const seen = result.parse(JSON.parse(client.output()));

    expect(seen).toMatchObject({ other: 0, withoutRetryAfter: 0, errors: 0, timeouts: 0, closed: 0 });
    expect(seen.answered).toBeGreaterThan(carried);
    expect(seen.rejected).toBeGreaterThan(seen.answered);
    // All requests wait for the same process, so a rejection arrives before a response that starts at the same time.
    expect(seen.rejectionMs.median).toBeLessThan(seen.responseMs.median);
    expect(seen.rejectionMs.p99).toBeLessThan(seen.responseMs.max);
    expect(medianOf(healthMs)).toBeLessThan(seen.responseMs.median);
    expect(Math.max(...healthMs)).toBeLessThan(seen.responseMs.max);
    // The server may not have noticed yet that the last clients disconnected.
    await expect.poll(ask).toBe(200);
  });
});

function medianOf(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
