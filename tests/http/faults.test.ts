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
  /** A server before the same Neo4j whose requests have all the time that they may need. */
  const patient = httpServer(() => another.database, { operationTimeoutMs: 600_000 }, false);
  let patientAnswer: Promise<HttpAnswer> | undefined;

  let asked = 0;
  /** An operation that nobody has asked before, so that no kept answer serves it. */
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
  /** Waits for a right answer, and gives how the probes ended that have begun meanwhile. */
  const probesUntilRight = async (): Promise<(boolean | undefined)[]> => {
    const before = attempts.probes.length;
    await untilRight();
    return attempts.probes.slice(before).map(({ isAnswered }) => isAnswered);
  };

  it('answers while Neo4j is there', async () => {
    // A statement may take long the first time.
    await expect.poll(async () => (await server.post({ query: kept })).status).toBe(200);
    await untilRight();
  });

  it('refuses with 503 and when to come again while it is killed, and tries no more after three failures', async () => {
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

  it('still gives the answers it has kept, and marks them', async () => {
    const answer = await server.post({ query: kept });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-atlas-stale')).toBe('true');
  });

  it('begins a probe in any two seconds, answers again after the first since its return, and marks no more', async () => {
    const before = attempts.probes.length;
    await delay(2_000);
    expect(attempts.probes.length).toBeGreaterThan(before);
    await proxied.proxy.restart();
    // One that began before may have brought the answer.
    expect([[], [true]]).toContainEqual(await probesUntilRight());
    const answer = await server.post({ query: kept });
    expect(answer.headers.get('x-atlas-stale')).toBeNull();
    await expect.poll(async () => (await server.get('/readyz')).status).toBe(200);
  });

  it('lets no request wait longer than its time while connections are open and nobody answers', async () => {
    await untilRight(patient);
    proxied.proxy.freeze();
    let isAnswered = false;
    patientAnswer = ask(patient).finally(() => (isAnswered = true));
    const answers = await Promise.all([ask(), ask(), ask()]);
    // One that has more time waits on.
    expect(isAnswered).toBe(false);
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(['DATABASE_TIMEOUT', 'DATABASE_UNAVAILABLE']).toContain(codesOf(answer)[0]);
    }
    await expect.poll(isRefusing).toBe(true);
    expect((await askedWithoutTrying()).status).toBe(503);
  });

  it('answers again when Neo4j goes on, also who has waited all the while', async () => {
    proxied.proxy.thaw();
    expect([[], [true]]).toContainEqual(await probesUntilRight());
    expect((await patientAnswer)?.status).toBe(200);
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
    // Only the client can have ended it in this test's time.
    { operationTimeoutMs: 600_000 },
  );
  const running = async (): Promise<unknown[]> => {
    const text = 'SHOW TRANSACTIONS YIELD metaData RETURN metaData.query AS query, metaData.requests AS requests';
    const rows = await neo4j.database.read({ name: 'show', text, parameters: {} });
    return rows.filter(({ query }) => query === 'similar').map(({ requests }) => requests);
  };
  it('is ended when its client hangs up, and names its request until then', async () => {
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
