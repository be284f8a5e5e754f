import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import autocannon from 'autocannon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer } from './http-server.js';

/** How many requests the server has under way at most, and so can carry: each takes Neo4j a fifth of a second. */
const carried = 20;
const workMs = 200;
const idle = 1_000;
/** What a busy computer may add to any time. */
const slackMs = 2_000;

describe('a server with 1,000 idle connections and 10 times the load that it can carry', () => {
  const neo4j = sharedNeo4j();
  const sockets: Socket[] = [];
  const server = httpServer(
    () => ({
      ...neo4j.database,
      read: async (statement) => {
        await new Promise((resolve) => setTimeout(resolve, workMs));
        return neo4j.database.read(statement);
      },
    }),
    { requestLimit: carried, operationTimeoutMs: 60_000 },
    false,
  );
  beforeAll(async () => {
    // Warmed, because a statement may take long the first time.
    for (let i = 0; i < 5; i += 1) await server.post({ query: '{ tiers { nodes { slug } } }' });
    const { hostname, port } = new URL(server.address);
    for (let i = 0; i < idle; i += 1) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      sockets.push(socket);
      await once(socket, 'connect');
    }
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
  });

  it('answers what it can, refuses the rest at once with 503 and when to come again, and still tells that it lives', async () => {
    const seen = { answered: 0, refused: 0, other: 0, unasked: 0 };
    const refusalMs: number[] = [];
    const loading = autocannon(
      {
        url: `${server.address}/graphql`,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        connections: 10 * carried,
        // Refusals come so fast that clients who heed none would send hundreds of times what can be carried.
        overallRate: (10 * carried * 1_000) / workMs,
        ignoreCoordinatedOmission: true,
        duration: 5,
        timeout: 60,
        requests: [
          {
            method: 'POST',
            body: JSON.stringify({ query: '{ tiers { nodes { slug } } }' }),
            onResponse: (status, body, _context, headers = {}) => {
              if (status === 200 && body.startsWith('{"data":{"tiers"')) seen.answered += 1;
              else if (status === 503 && body.includes('"OVERLOADED"')) seen.refused += 1;
              else seen.other += 1;
              if (status === 503 && headers['retry-after'] !== '1') seen.unasked += 1;
            },
          },
        ],
      },
      () => undefined,
    );
    loading.on('response', (_client, status, _bytes, elapsedMs) => {
      if (status === 503) refusalMs.push(elapsedMs);
    });
    const health = await server.get('/livez');
    const [result] = (await once(loading, 'done')) as [autocannon.Result];
    // Client and server share this process, so that the last of them also wait for the client.
    const refusedIn = percentile(refusalMs, 0.5);
    console.log(`10 times the load: ${JSON.stringify(seen)}, half of the refusals within ${refusedIn} ms`);

    expect(health.status).toBe(200);
    expect([seen.other, seen.unasked, result.errors, result.timeouts]).toEqual([0, 0, 0, 0]);
    expect(seen.answered).toBeGreaterThan(carried);
    expect(seen.refused).toBeGreaterThan(seen.answered);
    expect(refusedIn).toBeLessThan(slackMs / 2);
    expect(sockets.filter(({ destroyed }) => destroyed)).toEqual([]);
    // The server may yet have to notice that the last of the clients have gone.
    const ask = async (): Promise<number> => (await server.post({ query: '{ tiers { nodes { slug } } }' })).status;
    await expect.poll(ask, { timeout: 5_000 }).toBe(200);
  });
});

function percentile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? Infinity;
}
