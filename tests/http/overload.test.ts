import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { codesOf, httpServer, type HttpAnswer } from './http-server.js';

/** The maximum number of concurrent requests. */
const carried = 20;
const idle = 30;

describe('a server at its request limit', () => {
  const neo4j = sharedNeo4j();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const server = httpServer(
    () => ({
      ...neo4j.database,
      read: async (statement) => {
        if (statement.isUrgent !== true) await held;
        return neo4j.database.read(statement);
      },
    }),
    // The deadline is too long to be reached: a request ends only after `release()`.
    { requestLimit: carried, operationTimeoutMs: 600_000 },
    false,
  );
  const sockets: Socket[] = [];
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
  });
  let asked = 0;
  const ask = (): Promise<HttpAnswer> => server.post({ query: `{ tiers { nodes { slug } } } # ${(asked += 1)}` });
  const underWay = async (): Promise<number> => {
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
    let answered = 0;
    const waiting = Array.from({ length: carried }, () => ask().finally(() => (answered += 1)));
    // The request of the metrics itself counts, too.
    await expect.poll(underWay).toBe(carried + 1);

    for (const refused of await Promise.all(Array.from({ length: 3 * carried }, ask))) {
      expect([refused.status, codesOf(refused)]).toEqual([503, ['OVERLOADED']]);
      expect(refused.headers.get('retry-after')).toBe('1');
    }
    expect((await server.get('/livez')).status).toBe(200);
    expect(answered).toBe(0);

    release();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 200));
    // The server may not have noticed yet that the last clients disconnected.
    await expect.poll(async () => (await ask()).status).toBe(200);
    expect(sockets.filter(({ destroyed, readyState }) => destroyed || readyState !== 'open')).toEqual([]);
  });
});
