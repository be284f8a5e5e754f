import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/neo4j/database.js';
import { sharedNeo4j } from '../setup/databases.js';
import { ReadRecorder } from './read-recorder.js';
import { codesOf, httpServer, type HttpResponse } from './http-server.js';
import { proxiedNeo4j } from './proxied-neo4j.js';

const budgetMs = 3_000;
const connections = 2;
/** Runs for minutes in Neo4j, so that only a deadline can end it earlier. */
const endlessText = 'UNWIND range(1, 100000000000) AS x WITH count(x) AS n RETURN n AS i, null AS data';

describe('a server with two connections to Neo4j', () => {
  const neo4j = sharedNeo4j();
  const recorder = new ReadRecorder();
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({ ...neo4j.target, maxConnections: connections });
  });
  afterAll(() => database.close());
  const server = httpServer(
    () => {
      const recorded = recorder.wrap(database);
      // A slow statement with bounded cost; the next server tests statements with unbounded cost.
      const slowStatement = { text: endlessText, isUnbounded: false };
      const read: Database['read'] = (statement) =>
        recorded.read(statement.name === 'similar' ? { ...statement, ...slowStatement } : statement);
      return { ...recorded, read };
    },
    { operationTimeoutMs: budgetMs },
    false,
  );
  const sendSlow = (n: number): Promise<HttpResponse> =>
    server.post({ query: `query Slow { similar(id: "Company:openai", first: ${n}) { score } }` });
  const readMetric = async (name: string): Promise<number> => {
    const { text } = await server.get('/metrics');
    return Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')
        .pop(),
    );
  };
  const readPool = (): Promise<number[]> =>
    Promise.all(
      ['atlas_pool_connections{state="in_use"}', 'atlas_pool_connections{state="idle"}', 'atlas_pool_waiting'].map(
        readMetric,
      ),
    );

  it('responds to each of many slow requests, and reports the waiting ones in its metrics', async () => {
    const requests = Array.from({ length: 12 }, (_, n) => sendSlow(n + 1));
    await expect.poll(readPool).toEqual([connections, 0, 10]);
    for (const response of await Promise.all(requests))
      expect([response.status, codesOf(response)]).toEqual([503, ['DATABASE_TIMEOUT']]);
    expect(await readMetric('atlas_pool_wait_seconds_total')).toBeGreaterThan(10);
  });

  it('responds to requests that wait for a connection at their deadline, even if none is released', async () => {
    await expect.poll(readPool).toEqual([0, connections, 0]);
    const heldConnections = [await database.pool.acquire(), await database.pool.acquire()];
    const responses = await Promise.all([sendSlow(31), sendSlow(32), sendSlow(33)]);
    expect(await readPool()).toEqual([connections, 0, 0]);
    for (const release of heldConnections) release();
    for (const response of responses) {
      expect([response.status, codesOf(response)]).toEqual([503, ['DATABASE_TIMEOUT']]);
      const [, ms = NaN] = /took longer than its limit of (\d+) ms/.exec(response.text) ?? [];
      expect(Number(ms)).toBeLessThanOrEqual(budgetMs);
    }
  });

  it('does not treat an exhausted pool as an outage', async () => {
    const probeCount = recorder.probes.length;
    const heldConnections = [await database.pool.acquire(), await database.pool.acquire()];
    const request = sendSlow(41);
    await expect.poll(async () => (await server.get('/readyz')).status).toBe(200);
    expect(codesOf(await request)).toEqual(['DATABASE_TIMEOUT']);
    // Each request that times out starts a probe of Neo4j.
    await expect.poll(() => recorder.probes.slice(probeCount).length).toBeGreaterThan(1);
    await expect.poll(() => recorder.probes.filter(({ hasSucceeded }) => hasSucceeded === undefined)).toEqual([]);
    expect(await readPool()).toEqual([connections, 0, 0]);
    for (const release of heldConnections) release();
    await expect.poll(async () => (await server.post({ query: '{ tiers { nodes { slug } } }' })).status).toBe(200);
    expect(server.log.filter((line) => line.includes('cannot be reached'))).toEqual([]);
  });

  it('leaves no open session and no running statement', async () => {
    await expect.poll(readPool).toEqual([0, connections, 0]);
    const text = "SHOW TRANSACTIONS YIELD metaData WHERE metaData.query = 'similar' RETURN metaData";
    await expect.poll(() => neo4j.database.read({ name: 'show', text, parameters: {} })).toEqual([]);
    for (let i = 0; i < 2 * connections; i += 1) {
      expect((await server.post({ query: `{ tiers { nodes { slug } } } # ${i}` })).status).toBe(200);
    }
  });
});

describe('a server with many path queries', () => {
  const neo4j = sharedNeo4j();
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({ ...neo4j.target, maxConnections: 4 });
  });
  afterAll(() => database.close());
  const server = httpServer(
    () => ({
      ...database,
      read: (statement) => database.read(statement.name === 'paths' ? { ...statement, text: endlessText } : statement),
    }),
    { operationTimeoutMs: budgetMs },
    false,
  );
  const sendPathQuery = (n: number): Promise<HttpResponse> =>
    server.post({ query: `{ paths(from: "Company:openai", to: "Company:google", first: ${n}) { length } }` });

  it('reserves connections for other queries', async () => {
    const read = { query: '{ tiers { nodes { slug } } }' };
    await expect.poll(async () => (await server.post(read)).status).toBe(200);
    const requests = Array.from({ length: 8 }, (_, n) => sendPathQuery(n + 2));
    await expect.poll(() => [database.pool.inUse, database.pool.waitingCount]).toEqual([1, 7]);
    expect((await server.post(read)).status).toBe(200);
    expect(database.pool.waitingCount).toBe(7);
    for (const response of await Promise.all(requests)) expect(codesOf(response)).toEqual(['DATABASE_TIMEOUT']);
    await expect.poll(() => [database.pool.inUse, database.pool.waitingCount]).toEqual([0, 0]);
  });
});

describe('a server whose connections have stopped responding', () => {
  const proxied = proxiedNeo4j();
  const recorder = new ReadRecorder();
  const server = httpServer(() => recorder.wrap(proxied.database), { operationTimeoutMs: budgetMs }, false);
  const statusOf = async (query: string): Promise<number> => (await server.post({ query })).status;
  const hasLogged = (text: string): boolean => server.log.some((line) => line.includes(text));

  it('responds at the deadline, and opens new connections after one failed probe', async () => {
    // Each root field runs its own statement, so that many connections are open and idle.
    const roots = ['tiers', 'domains', 'companies', 'tools', 'segments', 'stages', 'techniques', 'regions', 'trends'];
    const sendAll = (): Promise<number[]> =>
      Promise.all(roots.map((root) => statusOf(`{ ${root}(first: 1) { nodes { slug } } }`)));
    await expect.poll(sendAll).toEqual(roots.map(() => 200));
    proxied.proxy.silence();
    const [firstRoot = ''] = roots;
    // A connection that never responds does not fail, so only the deadline ends the request.
    expect(await statusOf(`{ ${firstRoot}(first: 1) { nodes { slug } } }`)).toBe(503);
    await expect.poll(() => hasLogged('Neo4j answers again')).toBe(true);
    expect(hasLogged('cannot be reached')).toBe(true);
    // The first probe confirms the outage; the second one opens a new connection.
    expect(recorder.probes.map(({ hasSucceeded }) => hasSucceeded)).toEqual([false, true]);
    expect(await sendAll()).toEqual(roots.map(() => 200));
  });
});
