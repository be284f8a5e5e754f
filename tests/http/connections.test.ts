import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/neo4j/database.js';
import { sharedNeo4j } from '../setup/databases.js';
import { codesOf, httpServer, type HttpAnswer } from './http-server.js';
import { proxiedNeo4j } from './proxied-neo4j.js';

/** What a busy computer may add to any time. */
const slackMs = 2_000;
const budgetMs = 2_000;
const connections = 2;
const forever = 'UNWIND range(1, 1000000000) AS x WITH count(x) AS n RETURN n AS i, null AS data';

/** On a busy computer a statement may take long the first time. */
function untilRight(isRight: () => Promise<boolean>): Promise<void> {
  return expect.poll(isRight, { timeout: 60_000 }).toBe(true);
}

describe('a server with two connections to Neo4j', () => {
  const neo4j = sharedNeo4j();
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({ ...neo4j.target, connections });
  });
  afterAll(() => database.close());
  const server = httpServer(
    () => ({
      ...database,
      // As any slow statement: that the cost of this one has no bound is the next server's matter.
      read: (statement) =>
        database.read(statement.name === 'similar' ? { ...statement, text: forever, isUnbounded: false } : statement),
    }),
    { operationTimeoutMs: budgetMs },
    false,
  );
  const slow = (n: number): Promise<HttpAnswer> =>
    server.post({ query: `query Slow { similar(id: "Company:openai", first: ${n}) { score } }` });
  const metric = async (name: string): Promise<number> => {
    const { text } = await server.get('/metrics');
    return Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')
        .pop(),
    );
  };

  it('answers each of many slow requests within its time, and tells that they wait', async () => {
    const from = performance.now();
    const asked = Array.from({ length: 12 }, (_, n) => slow(n + 1));
    await delay(500);
    expect(await metric('atlas_pool_connections{state="in_use"}')).toBe(connections);
    expect(await metric('atlas_pool_connections{state="idle"}')).toBe(0);
    expect(await metric('atlas_pool_waiting')).toBe(10);
    const answers = await Promise.all(asked);
    expect(performance.now() - from).toBeLessThan(budgetMs + slackMs);
    for (const answer of answers) expect([answer.status, codesOf(answer)]).toEqual([503, ['DATABASE_TIMEOUT']]);
    expect(await metric('atlas_pool_wait_seconds_total')).toBeGreaterThan(10);
  });

  it('takes a lack of connections for no outage', async () => {
    const busy = [slow(21), slow(22), slow(23)];
    await delay(200);
    expect((await server.get('/readyz')).status).toBe(200);
    await Promise.all(busy);
    await untilRight(async () => (await server.post({ query: '{ tiers { nodes { slug } } }' })).status === 200);
    expect(server.log.filter((line) => line.includes('cannot be reached'))).toEqual([]);
  });

  it('leaves no session and no statement behind', async () => {
    await expect.poll(() => metric('atlas_pool_connections{state="in_use"}'), { timeout: 10_000 }).toBe(0);
    const text = "SHOW TRANSACTIONS YIELD metaData WHERE metaData.query = 'similar' RETURN metaData";
    await expect
      .poll(() => neo4j.database.read({ name: 'show', text, parameters: {} }), { timeout: 10_000 })
      .toEqual([]);
    for (let i = 0; i < 2 * connections; i += 1) {
      expect((await server.post({ query: `{ tiers { nodes { slug } } } # ${i}` })).status).toBe(200);
    }
  });
});

describe('a server that is asked for many walks', () => {
  const neo4j = sharedNeo4j();
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({ ...neo4j.target, connections: 4 });
  });
  afterAll(() => database.close());
  const server = httpServer(
    () => ({
      ...database,
      read: (statement) => database.read(statement.name === 'paths' ? { ...statement, text: forever } : statement),
    }),
    { operationTimeoutMs: budgetMs },
    false,
  );
  const walk = (n: number): Promise<HttpAnswer> =>
    server.post({ query: `{ paths(from: "Company:openai", to: "Company:google", first: ${n}) { length } }` });

  it('keeps connections for what else it is asked', async () => {
    const read = { query: '{ tiers { nodes { slug } } }' };
    await untilRight(async () => (await server.post(read)).status === 200);
    const walks = Array.from({ length: 8 }, (_, n) => walk(n + 1));
    await expect.poll(() => [database.pool.inUse, database.pool.waiting]).toEqual([1, 7]);
    expect((await server.post(read)).status).toBe(200);
    expect(database.pool.waiting).toBe(7);
    for (const answer of await Promise.all(walks)) expect(codesOf(answer)).toEqual(['DATABASE_TIMEOUT']);
    await expect.poll(() => [database.pool.inUse, database.pool.waiting]).toEqual([0, 0]);
  });
});

describe('a server whose connections have fallen silent', () => {
  const proxied = proxiedNeo4j();
  const server = httpServer(() => proxied.database, { operationTimeoutMs: budgetMs }, false);
  const ask = (n: number): Promise<HttpAnswer> => server.post({ query: `{ company(slug: "c${n}") { slug } }` });

  it('lets no request wait longer than its time, and opens new connections soon', async () => {
    // Each a statement of its own, so that many connections are open and idle.
    const roots = ['tiers', 'domains', 'companies', 'tools', 'segments', 'stages', 'techniques', 'regions', 'trends'];
    const askAll = async () =>
      Promise.all(roots.map((root) => server.post({ query: `{ ${root}(first: 1) { nodes { slug } } }` })));
    await untilRight(async () => (await askAll()).every(({ status }) => status === 200));
    await untilRight(async () => (await ask(0)).status === 200);
    proxied.proxy.strand();
    const from = performance.now();
    for (let n = 0; performance.now() - from < 30_000; n += 1) {
      const asked = performance.now();
      const { status } = await ask(n);
      expect(performance.now() - asked).toBeLessThan(budgetMs + slackMs);
      if (status === 200) break;
      await delay(100);
    }
    // One request shows it, a probe of three seconds confirms it, and the next probe opens new connections.
    expect(performance.now() - from).toBeLessThan(budgetMs + 3_000 + 500 + slackMs);
  });
});
