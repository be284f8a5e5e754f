import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { codesOf, httpServer } from './http-server.js';

const domains = '{ domains(first: 1) { nodes { slug } } }';

describe('the server over HTTP', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database);

  it('reports that it is alive and ready', async () => {
    expect((await server.get('/livez')).status).toBe(200);
    expect((await server.get('/readyz')).status).toBe(200);
  });

  it('returns a new request id in a header, also with a cached response', async () => {
    const first = await server.post({ query: domains });
    const second = await server.post({ query: domains });
    for (const { headers } of [first, second]) expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  });

  it('repeats the id in a response with errors, for a new and for a known operation', async () => {
    for (const query of ['{ nothing }', '{ tools(first: 1, last: 1) { nodes { slug } } }'])
      for (let round = 0; round < 2; round += 1) {
        const { headers, body } = await server.post({ query });
        expect(body.extensions?.requestId).toBe(headers.get('x-request-id'));
      }
  });

  it('keeps the request id of a proxy unless it contains special characters', async () => {
    const plain = await server.post({ query: domains }, { 'x-request-id': 'proxy-0123456789' });
    expect(plain.headers.get('x-request-id')).toBe('proxy-0123456789');
    const malformed = await server.post({ query: domains }, { 'x-request-id': '"},{"' });
    expect(malformed.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  it('counts requests, statements, cache hits and errors for Prometheus', async () => {
    await server.post({ query: '{ nothing }' });
    await server.post({ query: domains });
    const { text, headers } = await server.get('/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    for (const line of [
      /atlas_requests_total\{route="\/graphql",status="200"\} \d+/,
      /atlas_operation_seconds_count\{operation="other"\} \d+/,
      /atlas_statement_seconds_count\{statement="domains",outcome="answered"\} \d+/,
      /atlas_batch_size_count \d+/,
      /atlas_cache_total\{outcome="hit"\} \d+/,
      /atlas_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} \d+/,
      /atlas_statements_under_way 0/,
    ]) {
      expect(text).toMatch(line);
    }
  });

  it('sends security headers with every response', async () => {
    for (const response of [await server.post({ query: domains }), await server.get('/livez')]) {
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(response.headers.get('x-powered-by')).toBeNull();
    }
  });

  it('rejects requests that another site could forge', async () => {
    const get = await server.get(`/graphql?query=${encodeURIComponent('{ __typename }')}`);
    expect(get.status).toBe(400);
    const form = await server.post({ query: domains }, { 'content-type': 'text/plain' });
    expect(form.status).toBeGreaterThanOrEqual(400);
    expect(form.status).toBeLessThan(500);
  });

  it('lets no other origin read responses', async () => {
    const response = await server.post({ query: domains }, { origin: 'https://example.org' });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('reports unknown paths and invalid JSON as GraphQL errors', async () => {
    const unknownPath = await server.get('/nowhere');
    expect([unknownPath.status, codesOf(unknownPath)]).toEqual([404, ['NOT_FOUND']]);
    const response = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('exposes neither stack nor statement nor host in an error', async () => {
    const response = await server.post({ query: '{ companies(first: 1, last: 1) { nodes { slug } } }' });
    expect(codesOf(response)).toEqual(['BAD_USER_INPUT']);
    expect(response.text).not.toMatch(/stack|MATCH|bolt:|127\.0\.0\.1|\.ts/);
  });
});

describe('a server with settings other than the defaults', () => {
  const neo4j = sharedNeo4j();
  const strict = httpServer(() => neo4j.database, {
    hasSuggestions: false,
    hasMetrics: false,
    rateLimit: 3,
    trustProxy: ['127.0.0.1'],
    corsOrigins: ['https://example.org'],
  });
  const clientHeaders = (address: string) => ({ 'x-forwarded-for': address });

  it('suggests no names of the schema if suggestions are disabled', async () => {
    const field = await strict.post({ query: '{ compnies { nodes { slug } } }' }, clientHeaders('192.0.2.1'));
    expect(field.text).not.toContain('Did you mean');
    const enumValue = await strict.post(
      { query: '{ paths(from: "a", to: "b", direction: AN) { length } }' },
      clientHeaders('192.0.2.2'),
    );
    expect(enumValue.text).not.toContain('Did you mean');
  });

  it('limits the request rate of each client, and says when to retry', async () => {
    const responses = [];
    for (let i = 0; i < 4; i += 1) responses.push(await strict.post({ query: domains }, clientHeaders('192.0.2.3')));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(responses[3]?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(responses[3] && codesOf(responses[3])).toEqual(['RATE_LIMITED']);
    expect((await strict.post({ query: domains }, clientHeaders('192.0.2.4'))).status).toBe(200);
  });

  it('serves no metrics if they are disabled', async () => {
    expect((await strict.get('/metrics', clientHeaders('192.0.2.5'))).status).toBe(404);
  });

  it('allows listed origins only', async () => {
    const allowedOriginFor = async (origin: string) =>
      (await strict.post({ query: domains }, { ...clientHeaders('192.0.2.6'), origin })).headers.get(
        'access-control-allow-origin',
      );
    expect(await allowedOriginFor('https://example.org')).toBe('https://example.org');
    expect(await allowedOriginFor('https://example.net')).toBeNull();
  });
});

describe('a server that runs persisted operations only', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, { isPersistedOnly: true });

  it('runs an operation of the manifest by its text and by its hash', async () => {
    const { readManifest } = await import('../../src/http/operation-manifest.js');
    const manifest = readManifest();
    expect(manifest).toMatchObject({ format: 'apollo-persisted-query-manifest', version: 1 });
    const [operation] = manifest.operations;
    const byText = await server.post({ query: `# spaced and commented\n${operation?.body ?? ''}` });
    expect(byText.body.errors).toBeUndefined();
    const byHash = await server.post({ extensions: { persistedQuery: { version: 1, sha256Hash: operation?.id } } });
    expect(byHash.body.data).toEqual(byText.body.data);
  });

  it('rejects every other operation', async () => {
    const response = await server.post({ query: domains });
    expect([response.status, codesOf(response)]).toEqual([403, ['OPERATION_NOT_ALLOWED']]);
  });
});
