import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { codesOf, httpServer, type HttpResponse } from './http-server.js';

/** The maximum number of concurrent requests. */
const capacity = 20;
const idle = 30;

describe('a server at its request limit', () => {
  const neo4j = sharedNeo4j();
  let release = (): void => undefined;
  const hold = new Promise<void>((resolve) => (release = resolve));
  const server = httpServer(
    () => ({
      ...neo4j.database,
      read: async (statement) => {
        if (statement.isUrgent !== true) await hold;
        return neo4j.database.read(statement);
      },
    }),
    // The deadline is too long to be reached: a request ends only after `release()`.
    { requestLimit: capacity, operationTimeoutMs: 600_000 },
    false,
  );
  const sockets: Socket[] = [];
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
  });
  let requestCount = 0;
  const send = (): Promise<HttpResponse> =>
    server.post({ query: `{ tiers { nodes { slug } } } # ${(requestCount += 1)}` });
  const countRunning = async (): Promise<number> => {
    const { status, text } = await server.get('/metrics');
    expect(status).toBe(200);
    return Number(/^atlas_requests_under_way (\d+)$/m.exec(text)?.[1]);
  };

  it('rejects further requests with 503 and Retry-After, and reports that it is alive', async () => {
    const { hostname, port } = new URL(server.address);
    for (let i = 0; i < idle; i += 1) {
      const socket = connect(Number(port), hostname);
      sockets.push(socket);
      await once(socket, 'connect');
    }
    let responseCount = 0;
    const requests = Array.from({ length: capacity }, () => send().finally(() => (responseCount += 1)));
    // The request of the metrics itself counts, too.
    await expect.poll(countRunning).toBe(capacity + 1);

    for (const response of await Promise.all(Array.from({ length: 3 * capacity }, send))) {
      expect([response.status, codesOf(response)]).toEqual([503, ['OVERLOADED']]);
      expect(response.headers.get('retry-after')).toBe('1');
    }
    expect((await server.get('/livez')).status).toBe(200);
    expect(responseCount).toBe(0);

    release();
    expect((await Promise.all(requests)).map(({ status }) => status)).toEqual(requests.map(() => 200));
    // The server may not have noticed yet that the last clients disconnected.
    await expect.poll(async () => (await send()).status).toBe(200);
    expect(sockets.filter(({ destroyed, readyState }) => destroyed || readyState !== 'open')).toEqual([]);
  });
});
