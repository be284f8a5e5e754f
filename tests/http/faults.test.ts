import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { ReadRecorder } from './read-recorder.js';
import { codesOf, httpServer, type HttpResponse } from './http-server.js';
import { proxiedNeo4j } from './proxied-neo4j.js';

const cachedQuery = '{ domains(first: 1) { nodes { slug } } }';
const budgetMs = 4_000;

describe('a server whose Neo4j fails', () => {
  const proxied = proxiedNeo4j();
  const recorder = new ReadRecorder();
  const server = httpServer(() => recorder.wrap(proxied.database), { operationTimeoutMs: budgetMs });
  const secondProxied = proxiedNeo4j(() => proxied.proxy);
  /** A server on the same proxy whose deadline is too long to be reached. */
  const patientServer = httpServer(() => secondProxied.database, { operationTimeoutMs: 600_000 }, false);
  let patientResponse: Promise<HttpResponse> | undefined;

  let requestCount = 0;
  /** Sends an operation that was never sent before, so that no cached response serves it. */
  const sendNew = (target = server): Promise<HttpResponse> =>
    target.post({ query: `{ companies(first: 1) { nodes { slug } } } # ${requestCount++}` });
  const waitForSuccess = (target = server): Promise<void> =>
    expect.poll(async () => (await sendNew(target)).status).toBe(200);
  const isRefusing = (): boolean =>
    (server.log.findLast((line) => /cannot be reached|answers again/.test(line)) ?? '').includes('cannot be reached');
  const sendWithoutRead = async (): Promise<HttpResponse> => {
    const readsBefore = recorder.readCount;
    const response = await sendNew();
    expect(recorder.readCount).toBe(readsBefore);
    return response;
  };
  /** Waits for a successful response; returns the outcomes of the probes that started meanwhile. */
  const probeOutcomesUntilSuccess = async (): Promise<(boolean | undefined)[]> => {
    const probesBefore = recorder.probes.length;
    await waitForSuccess();
    return recorder.probes.slice(probesBefore).map(({ hasSucceeded }) => hasSucceeded);
  };

  it('responds while Neo4j is available', async () => {
    // A statement may be slow when it first runs.
    await expect.poll(async () => (await server.post({ query: cachedQuery })).status).toBe(200);
    await waitForSuccess();
  });

  it('rejects with 503 and Retry-After while Neo4j is down, and stops querying it after three failures', async () => {
    await proxied.proxy.kill();
    const readsBefore = recorder.readCount;
    for (let i = 0; i < 4; i += 1) await sendNew();
    expect(recorder.readCount - readsBefore).toBe(3);
    const response = await sendWithoutRead();
    expect([response.status, codesOf(response)]).toEqual([503, ['DATABASE_UNAVAILABLE']]);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(response.headers.get('x-atlas-stale')).toBeNull();
    expect(response.text).not.toMatch(/127\.0\.0\.1|bolt|ECONN/);
    const health = await server.get('/readyz');
    expect([health.status, codesOf(health)]).toEqual([503, ['DATABASE_UNAVAILABLE']]);
    expect(health.headers.get('retry-after')).toBe('1');
    expect((await server.get('/livez')).status).toBe(200);
  });

  it('still serves cached responses, marked as stale', async () => {
    const url = `/graphql?query=${encodeURIComponent(cachedQuery)}`;
    const preflight = { 'apollo-require-preflight': 'true' };
    const response = await server.get(url, preflight);
    const tag = String(response.headers.get('etag'));
    const responses = [
      await server.post({ query: cachedQuery }),
      response,
      // The client has the response in its own cache.
      await server.get(url, { ...preflight, 'if-none-match': tag }),
    ];
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 304]);
    expect(responses.map(({ headers }) => headers.get('x-atlas-stale'))).toEqual(['true', 'true', 'true']);
  });

  it('keeps probing, and recovers with the first probe that succeeds', async () => {
    const probesBefore = recorder.probes.length;
    await delay(2_000);
    expect(recorder.probes.length).toBeGreaterThan(probesBefore);
    await proxied.proxy.restart();
    // A probe that started before may be the one that succeeded.
    expect([[], [true]]).toContainEqual(await probeOutcomesUntilSuccess());
    const response = await server.post({ query: cachedQuery });
    expect(response.headers.get('x-atlas-stale')).toBeNull();
    await expect.poll(async () => (await server.get('/readyz')).status).toBe(200);
  });

  it('responds at the deadline while connections are open and Neo4j does not respond', async () => {
    await waitForSuccess(patientServer);
    proxied.proxy.freeze();
    let hasResponse = false;
    patientResponse = sendNew(patientServer).finally(() => (hasResponse = true));
    const responses = await Promise.all([sendNew(), sendNew(), sendNew()]);
    // A request with a longer deadline keeps waiting.
    expect(hasResponse).toBe(false);
    for (const response of responses) {
      expect(response.status).toBe(503);
      expect(['DATABASE_TIMEOUT', 'DATABASE_UNAVAILABLE']).toContain(codesOf(response)[0]);
    }
    await expect.poll(isRefusing).toBe(true);
    expect((await sendWithoutRead()).status).toBe(503);
  });

  it('responds again when Neo4j does, also to the request that kept waiting', async () => {
    proxied.proxy.thaw();
    expect([[], [true]]).toContainEqual(await probeOutcomesUntilSuccess());
    expect((await patientResponse)?.status).toBe(200);
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
  const readRequestIds = async (): Promise<unknown[]> => {
    const text = 'SHOW TRANSACTIONS YIELD metaData RETURN metaData.query AS query, metaData.requests AS requests';
    const rows = await neo4j.database.read({ name: 'show', text, parameters: {} });
    return rows.filter(({ query }) => query === 'similar').map(({ requests }) => requests);
  };
  it('is terminated when its client disconnects, and carries the request id until then', async () => {
    const client = new AbortController();
    const response = fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'hangs-up-soon' },
      body: JSON.stringify({ query: '{ similar(id: "Company:openai") { score } }' }),
      signal: client.signal,
    });
    await expect.poll(readRequestIds).toEqual([['hangs-up-soon']]);
    client.abort();
    await expect(response).rejects.toThrow();
    await expect.poll(readRequestIds).toEqual([]);
  });
});
