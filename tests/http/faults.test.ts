import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { Attempts } from './attempts.js';
import { codesOf, httpServer, type HttpAnswer } from './http-server.js';
import { proxiedNeo4j } from './proxied-neo4j.js';

const kept = '{ domains(first: 1) { nodes { slug } } }';
const budgetMs = 4_000;

describe('a server whose Neo4j fails', () => {
  const proxied = proxiedNeo4j();
  const attempts = new Attempts();
  const server = httpServer(() => attempts.on(proxied.database), { operationTimeoutMs: budgetMs });
  const another = proxiedNeo4j(() => proxied.proxy);
  /** A server on the same proxy whose deadline is too long to be reached. */
  const patient = httpServer(() => another.database, { operationTimeoutMs: 600_000 }, false);
  let patientAnswer: Promise<HttpAnswer> | undefined;

  let asked = 0;
  /** Sends an operation that was never sent before, so that no cached response serves it. */
  const ask = (one = server): Promise<HttpAnswer> =>
    one.post({ query: `{ companies(first: 1) { nodes { slug } } } # ${asked++}` });
  const untilRight = (one = server): Promise<void> => expect.poll(async () => (await ask(one)).status).toBe(200);
  const isRefusing = (): boolean =>
    (server.log.findLast((line) => /cannot be reached|answers again/.test(line)) ?? '').includes('cannot be reached');
  const askedWithoutTrying = async (): Promise<HttpAnswer> => {
    const before = attempts.reads;
    const answer = await ask();
    expect(attempts.reads).toBe(before);
    return answer;
  };
  /** Waits for a successful response; returns the outcomes of the probes that started meanwhile. */
  const probesUntilRight = async (): Promise<(boolean | undefined)[]> => {
    const before = attempts.probes.length;
    await untilRight();
    return attempts.probes.slice(before).map(({ isAnswered }) => isAnswered);
  };

  it('responds while Neo4j is available', async () => {
    // A statement may be slow when it first runs.
    await expect.poll(async () => (await server.post({ query: kept })).status).toBe(200);
    await untilRight();
  });

  it('rejects with 503 and Retry-After while Neo4j is down, and stops querying it after three failures', async () => {
    await proxied.proxy.kill();
    const before = attempts.reads;
    for (let i = 0; i < 4; i += 1) await ask();
    expect(attempts.reads - before).toBe(3);
    const answer = await askedWithoutTrying();
    expect([answer.status, codesOf(answer)]).toEqual([503, ['DATABASE_UNAVAILABLE']]);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.text).not.toMatch(/127\.0\.0\.1|bolt|ECONN/);
    const health = await server.get('/readyz');
    expect([health.status, codesOf(health)]).toEqual([503, ['DATABASE_UNAVAILABLE']]);
    expect(health.headers.get('retry-after')).toBe('1');
    expect((await server.get('/livez')).status).toBe(200);
  });

  it('still serves cached responses, marked as stale', async () => {
    const answer = await server.post({ query: kept });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-atlas-stale')).toBe('true');
  });

  it('keeps probing, and recovers with the first probe that succeeds', async () => {
    const before = attempts.probes.length;
    await delay(2_000);
    expect(attempts.probes.length).toBeGreaterThan(before);
    await proxied.proxy.restart();
    // A probe that started before may be the one that succeeded.
    expect([[], [true]]).toContainEqual(await probesUntilRight());
    const answer = await server.post({ query: kept });
    expect(answer.headers.get('x-atlas-stale')).toBeNull();
    await expect.poll(async () => (await server.get('/readyz')).status).toBe(200);
  });

  it('responds at the deadline while connections are open and Neo4j does not respond', async () => {
    await untilRight(patient);
    proxied.proxy.freeze();
    let isAnswered = false;
    patientAnswer = ask(patient).finally(() => (isAnswered = true));
    const answers = await Promise.all([ask(), ask(), ask()]);
    // A request with a longer deadline keeps waiting.
    expect(isAnswered).toBe(false);
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(['DATABASE_TIMEOUT', 'DATABASE_UNAVAILABLE']).toContain(codesOf(answer)[0]);
    }
    await expect.poll(isRefusing).toBe(true);
    expect((await askedWithoutTrying()).status).toBe(503);
  });

  it('responds again when Neo4j does, also to the request that kept waiting', async () => {
    proxied.proxy.thaw();
    expect([[], [true]]).toContainEqual(await probesUntilRight());
    expect((await patientAnswer)?.status).toBe(200);
  });
});

describe('a slow statement', () => {
  const neo4j = sharedNeo4j();
  const slow = 'UNWIND range(1, 1000000000) AS x WITH count(x) AS n RETURN n AS i, null AS data';
  const server = httpServer(
    () => ({
      ...neo4j.database,
      read: (statement) => neo4j.database.read(statement.name === 'similar' ? { ...statement, text: slow } : statement),
    }),
    // The deadline is too long to be reached, so only the client can end the statement.
    { operationTimeoutMs: 600_000 },
  );
  const running = async (): Promise<unknown[]> => {
    const text = 'SHOW TRANSACTIONS YIELD metaData RETURN metaData.query AS query, metaData.requests AS requests';
    const rows = await neo4j.database.read({ name: 'show', text, parameters: {} });
    return rows.filter(({ query }) => query === 'similar').map(({ requests }) => requests);
  };
  it('is terminated when its client disconnects, and carries the request id until then', async () => {
    const client = new AbortController();
    const asking = fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'hangs-up-soon' },
      body: JSON.stringify({ query: '{ similar(id: "Company:openai") { score } }' }),
      signal: client.signal,
    });
    await expect.poll(running).toEqual([['hangs-up-soon']]);
    client.abort();
    await expect(asking).rejects.toThrow();
    await expect.poll(running).toEqual([]);
  });
});
