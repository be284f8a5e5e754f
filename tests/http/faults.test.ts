import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { codesOf, httpServer, type HttpAnswer } from './http-server.js';
import { proxiedNeo4j } from './proxied-neo4j.js';

const kept = '{ domains(first: 1) { nodes { slug } } }';
const budgetMs = 2_000;
/** What a busy computer may add to any time. */
const slackMs = 2_000;

describe('a server whose Neo4j fails', () => {
  const proxied = proxiedNeo4j();
  const server = httpServer(() => proxied.database, { operationTimeoutMs: budgetMs });

  let asked = 0;
  /** An operation that nobody has asked before, so that no kept answer serves it. */
  const ask = (): Promise<HttpAnswer> =>
    server.post({ query: `{ companies(first: 1) { nodes { slug } } } # ${asked++}` });
  const untilRight = async (): Promise<number> => {
    const from = performance.now();
    while ((await ask()).status !== 200) await delay(50);
    return performance.now() - from;
  };

  it('answers while Neo4j is there', async () => {
    // On a busy computer a statement may take long the first time.
    const isRight = async (): Promise<boolean> =>
      (await server.post({ query: kept })).status === 200 && (await ask()).status === 200;
    await expect.poll(isRight, { timeout: 60_000 }).toBe(true);
  });

  it('refuses with 503 and when to come again while it is killed, at once after the first failures', async () => {
    await proxied.proxy.kill();
    for (let i = 0; i < 4; i += 1) await ask();
    const from = performance.now();
    const answer = await ask();
    expect(performance.now() - from).toBeLessThan(500);
    expect([answer.status, codesOf(answer)]).toEqual([503, ['DATABASE_UNAVAILABLE']]);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.text).not.toMatch(/127\.0\.0\.1|bolt|ECONN/);
    expect((await server.get('/readyz')).status).toBe(503);
    expect((await server.get('/livez')).status).toBe(200);
  });

  it('still gives the answers it has kept, and marks them', async () => {
    const answer = await server.post({ query: kept });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-atlas-stale')).toBe('true');
  });

  it('answers again within two seconds of its return, and marks no more', async () => {
    await proxied.proxy.restart();
    expect(await untilRight()).toBeLessThan(2_000 + slackMs);
    const answer = await server.post({ query: kept });
    expect(answer.headers.get('x-atlas-stale')).toBeNull();
    expect((await server.get('/readyz')).status).toBe(200);
  });

  it('lets no request wait longer than its time while connections are open and nobody answers', async () => {
    proxied.proxy.freeze();
    const from = performance.now();
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(performance.now() - from).toBeLessThan(budgetMs + slackMs);
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(['DATABASE_TIMEOUT', 'DATABASE_UNAVAILABLE']).toContain(codesOf(answer)[0]);
    }
    await delay(5_000);
    const later = performance.now();
    expect((await ask()).status).toBe(503);
    expect(performance.now() - later).toBeLessThan(500 + slackMs);
  });

  it('answers again when Neo4j goes on', async () => {
    proxied.proxy.thaw();
    expect(await untilRight()).toBeLessThan(2_000 + 2 * slackMs);
  });
});

describe('a statement that takes long', () => {
  const neo4j = sharedNeo4j();
  const slow = 'UNWIND range(1, 1000000000) AS x WITH count(x) AS n RETURN n AS i, null AS data';
  const server = httpServer(
    () => ({
      ...neo4j.database,
      read: (statement) => neo4j.database.read(statement.name === 'similar' ? { ...statement, text: slow } : statement),
    }),
    { operationTimeoutMs: 20_000 },
  );
  const running = async (): Promise<unknown[]> => {
    const text = 'SHOW TRANSACTIONS YIELD metaData RETURN metaData.query AS query, metaData.requests AS requests';
    const rows = await neo4j.database.read({ name: 'show', text, parameters: {} });
    return rows.filter(({ query }) => query === 'similar').map(({ requests }) => requests);
  };
  const until = async (isThere: boolean): Promise<unknown[]> => {
    for (let i = 0; i < 100; i += 1) {
      const found = await running();
      if (found.length > 0 === isThere) return found;
      await delay(100);
    }
    throw new Error(`The statement must ${isThere ? '' : 'not '}be running.`);
  };

  it('is ended when its client hangs up, and names its request until then', async () => {
    const client = new AbortController();
    const asking = fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'hangs-up-soon' },
      body: JSON.stringify({ query: '{ similar(id: "Company:openai") { score } }' }),
      signal: client.signal,
    });
    expect(await until(true)).toEqual([['hangs-up-soon']]);
    client.abort();
    await expect(asking).rejects.toThrow();
    expect(await until(false)).toEqual([]);
  });
});
