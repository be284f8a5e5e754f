import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AtlasError } from '../../src/errors.js';
import { readManifest } from '../../src/http/operation-manifest.js';
import { unavailableError } from '../../src/neo4j/outage.js';
import { sharedNeo4j } from '../setup/databases.js';
import { codesOf, httpServer, type HttpResponse } from './http-server.js';

const query =
  'query Makers($slug: String!, $n: Int) { tool(slug: $slug) { name companies(first: $n) { nodes { name } } } }';
const grover = { query, variables: { slug: 'grover', n: 3 } };
const graphqlAccept = { accept: 'application/graphql-response+json; charset=utf-8, application/json; charset=utf-8' };

describe('an operation that ran before', () => {
  const neo4j = sharedNeo4j();
  let failure: AtlasError | undefined;
  let failures = 0;
  const database = () => ({
    ...neo4j.database,
    read: async (statement: Parameters<typeof neo4j.database.read>[0]) => {
      if (failure && statement.name === 'entity/read-tree') failures += 1;
      if (failure) throw failure;
      return neo4j.database.read(statement);
    },
  });
  const server = httpServer(database, { operationTimeoutMs: 120_000 }, false);

  const readKnownCount = async (): Promise<number> => {
    const { text } = await server.get('/metrics');
    return Number(/atlas_operations_total\{outcome="known"\} (\d+)/.exec(text)?.[1] ?? 0);
  };

  /** Sends a request twice; returns both responses and how many of the two ran as a known operation. */
  const sendTwice = async (body: object, headers = {}): Promise<[HttpResponse, HttpResponse, number]> => {
    const countBefore = await readKnownCount();
    const responses = [await server.post(body, headers), await server.post(body, headers)] as const;
    return [...responses, (await readKnownCount()) - countBefore];
  };

  it.each([
    ['unchanged', grover, {}],
    [
      'by a name among several',
      { query: `${query} query Other { __typename }`, operationName: 'Makers', variables: grover.variables },
      {},
    ],
    ['for a client that accepts GraphQL responses', grover, graphqlAccept],
    ['for a client that accepts JSON only', grover, { accept: 'application/json' }],
    [
      'without variables',
      { query: '{ domains(first: 2) { totalCount edges { cursor node { name(lang: ZH) } } } }' },
      {},
    ],
  ])('gets the same response again, %s', async (_how, body, headers) => {
    const [first, second, knownCount] = await sendTwice(body, headers);
    expect(knownCount).toBeGreaterThan(0);
    expect(first.status).toBe(200);
    expect(second.status).toBe(200);
    const stableHeaders = ({ headers: all }: HttpResponse): object =>
      Object.fromEntries([...all].filter(([name]) => name !== 'date' && name !== 'x-request-id'));
    expect(stableHeaders(second)).toEqual(stableHeaders(first));
    expect(second.body.data).toEqual(first.body.data);
    expect(second.body.extensions?.cost).toEqual(first.body.extensions?.cost);
    expect(second.text).toBe(first.text);
  });

  it('of the manifest can be sent by its hash from the start', async () => {
    const { operations } = readManifest();
    const { id } = operations.find(({ name }) => name === 'WholeGraph') ?? expect.unreachable();
    const extensions = { persistedQuery: { version: 1, sha256Hash: id } };
    expect((await server.post({ extensions })).body).toMatchObject({ data: expect.any(Object) });
  });

  it('can be sent by its hash alone', async () => {
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
    await server.post({ ...grover, extensions: { persistedQuery } });
    const [first, second, knownCount] = await sendTwice({
      variables: grover.variables,
      extensions: { persistedQuery },
    });
    expect(knownCount).toBe(2);
    expect(second.body.data).toEqual(first.body.data);
    const other = { persistedQuery: { ...persistedQuery, sha256Hash: '0'.repeat(64) } };
    expect(codesOf(await server.post({ extensions: other }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  it.each([
    ['variables of the wrong type', { ...grover, variables: { slug: 5 } }, 'BAD_USER_INPUT'],
    ['missing variables', { query }, 'BAD_USER_INPUT'],
    ['first together with last', { query: '{ tools(first: 1, last: 1) { nodes { slug } } }' }, 'BAD_USER_INPUT'],
  ])('is rejected like a new operation for %s', async (_what, body, code) => {
    await sendTwice(grover);
    const [first, second] = await sendTwice(body);
    expect(codesOf(second)).toEqual([code]);
    expect([second.status, second.body.errors]).toEqual([first.status, first.body.errors]);
  });

  it('is rejected if its variables raise its cost over the limit', async () => {
    const costlyQuery = `query ($n: Int) { companies(first: $n) { nodes { tools(first: $n) { nodes { companies(first: $n) { nodes {
      tools(first: $n) { nodes { slug } } } } } } } } }`;
    expect(codesOf(await server.post({ query: costlyQuery, variables: { n: 2 } }))).toEqual([]);
    expect(codesOf(await server.post({ query: costlyQuery, variables: { n: 100 } }))).toEqual(['COST_LIMIT_EXCEEDED']);
  });

  it('fails like a new operation, after a single query to Neo4j', async () => {
    await sendTwice(grover);
    failure = unavailableError('a test');
    const failed = await server.post(grover);
    failure = undefined;
    expect(failures).toBe(1);
    expect([failed.status, failed.headers.get('retry-after'), codesOf(failed)]).toEqual([
      503,
      '1',
      ['DATABASE_UNAVAILABLE'],
    ]);
    expect(failed.body.extensions?.requestId).toBe(failed.headers.get('x-request-id'));
    expect((await server.post(grover)).status).toBe(200);
  });

  it('gets the same response among concurrent requests, each with its own id', async () => {
    const queries = [
      '{ tools(first: 100) { nodes { slug name summary } } }',
      '{ tools(first: 100) { nodes { summary slug called: name } } }',
      '{ all: tools(first: 100) { nodes { slug name summary } } }',
      '{ tool(slug: "none-such") { slug } }',
    ];
    const singleResponses = [];
    for (const query of queries) singleResponses.push((await sendTwice({ query }))[1]);
    const concurrentResponses = await Promise.all(
      Array.from({ length: 40 }, (_, i) => server.post({ query: queries[i % 4] })),
    );
    for (const [i, { text }] of concurrentResponses.entries()) expect(text).toBe(singleResponses[i % 4]?.text);
    expect(new Set(concurrentResponses.map(({ headers }) => headers.get('x-request-id'))).size).toBe(
      concurrentResponses.length,
    );
  });

  it('gets the response keys that its variables select, although the value is the same as before', async () => {
    const query = `query ($s: Boolean!) { a: tool(slug: "none-such") @skip(if: $s) { slug }
      b: tool(slug: "none-such") @include(if: $s) { slug } }`;
    await sendTwice({ query, variables: { s: false } });
    expect((await server.post({ query, variables: { s: false } })).body.data).toEqual({ a: null });
    expect((await server.post({ query, variables: { s: true } })).body.data).toEqual({ b: null });
  });

  it('does not wait for many new operations that arrive before it', async () => {
    const outcomes: string[] = [];
    const send = async (name: string, query: string): Promise<void> => {
      const { statusCode } = await server.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
      outcomes.push(`${name} ${statusCode}`);
    };
    await send('first', '{ __typename }');
    const requests = Array.from({ length: 40 }, (_, index) => send('new', `{ new${index}: __typename }`));
    await Promise.all([...requests, send('known', '{ __typename }')]);
    expect(outcomes.filter((outcome) => outcome === 'new 200')).toHaveLength(40);
    expect(outcomes.slice(0, 10)).toContain('known 200');
  });

  it.each([
    ['a batch of operations', [grover, grover]],
    ['an unknown extension', { ...grover, extensions: { other: true } }],
    ['variables as text', { ...grover, variables: '{}' }],
  ])('leaves requests with %s to Apollo Server', async (_what, body) => {
    const [, , knownCount] = await sendTwice(body);
    expect(knownCount).toBe(0);
  });
});
