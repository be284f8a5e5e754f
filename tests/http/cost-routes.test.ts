import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { recordStatements, type RecordingDatabase } from '../setup/recording-database.js';
import { codesOf, httpServer, type HttpResponse } from './http-server.js';

const neo4j = sharedNeo4j();
let recordingDatabase: RecordingDatabase;
const server = httpServer(() => (recordingDatabase = recordStatements(neo4j.database)));

const nestedLists = (size: string): string =>
  ['tools', 'companies', 'tools', 'companies'].reduce(
    (inner, list) => `${list}(first: ${size}) { nodes { ${inner} } }`,
    'slug',
  );
const costlyQuery = `query Costly { ${nestedLists('100')} }`;
const twoOperations = `query Cheap { dataset { hash } } ${costlyQuery}`;
const sizedQuery = `query Sized($n: Int = 1) { ${nestedLists('$n')} }`;

const hashOf = (query: string): object => ({
  persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
});
const get = (parameters: Readonly<Record<string, string>>): Promise<HttpResponse> =>
  server.get(`/graphql?${new URLSearchParams(parameters).toString()}`, { 'apollo-require-preflight': 'true' });
const getByHash = (query: string, parameters: Readonly<Record<string, string>> = {}): Promise<HttpResponse> =>
  get({ ...parameters, extensions: JSON.stringify(hashOf(query)) });

async function expectRejected(send: () => Promise<HttpResponse>, code = 'COST_LIMIT_EXCEEDED'): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    recordingDatabase.takeStatements();
    const response = await send();
    expect([response.status, codesOf(response)]).toEqual([400, [code]]);
    const statements = recordingDatabase.takeStatements().map(({ name }) => name);
    // Ignores the reads of the data version, which the cache repeats twice a second.
    expect(statements.filter((name) => name !== 'dataset/read-version')).toEqual([]);
  }
}

describe('an operation over the cost limit is rejected without a query to Neo4j', () => {
  it.each([
    ['by its text alone', { query: costlyQuery }],
    ['by its name', { query: costlyQuery, operationName: 'Costly' }],
    ['with null as its name', { query: costlyQuery, operationName: null }],
    ['with an empty name', { query: costlyQuery, operationName: '' }],
    ['next to another operation', { query: twoOperations, operationName: 'Costly' }],
    ['because of the value of a variable', { query: sizedQuery, variables: { n: 100 } }],
    ['because of the default of a variable', { query: sizedQuery.replace('= 1', '= 100') }],
    ['with its hash', { query: costlyQuery, extensions: hashOf(costlyQuery) }],
    ['in fragments', { query: `{ ...F } fragment F on Query { ${nestedLists('100')} }` }],
    [
      'in a conditional selection',
      { query: `query ($v: Boolean = false) { ... @include(if: $v) { ${nestedLists('100')} } }` },
    ],
  ])('%s', async (_, body) => {
    await expectRejected(() => server.post(body));
  });

  it('with GET', async () => {
    await expectRejected(() => get({ query: costlyQuery }));
    await expectRejected(() => get({ query: twoOperations, operationName: 'Costly' }));
    await expectRejected(() => get({ query: sizedQuery, variables: '{"n":100}' }));
  });

  it('after it ran with other variables', async () => {
    for (const variables of [{}, { n: 1 }])
      expect(codesOf(await server.post({ query: sizedQuery, variables }))).toEqual([]);
    await expectRejected(() => server.post({ query: sizedQuery, variables: { n: 100 } }));
    await expectRejected(() => get({ query: sizedQuery, variables: '{"n":100}' }));
  });

  it('by its hash after it ran with other variables', async () => {
    expect(codesOf(await server.post({ query: sizedQuery, extensions: hashOf(sizedQuery) }))).toEqual([]);
    await expectRejected(() => server.post({ variables: { n: 100 }, extensions: hashOf(sizedQuery) }));
    await expectRejected(() => getByHash(sizedQuery, { variables: '{"n":100}' }));
  });

  it('by the hash of a document after its other operation ran', async () => {
    const body = { query: twoOperations, operationName: 'Cheap', extensions: hashOf(twoOperations) };
    expect(codesOf(await server.post(body))).toEqual([]);
    await expectRejected(() => server.post({ operationName: 'Costly', extensions: hashOf(twoOperations) }));
    await expectRejected(() => getByHash(twoOperations, { operationName: 'Costly' }));
  });
});

describe('a request that selects no operation is rejected', () => {
  it.each([
    ['an unknown name', { query: costlyQuery, operationName: 'C' }],
    ['the name of the other operation in another letter case', { query: twoOperations, operationName: 'cheap' }],
    ['two operations and no name', { query: twoOperations }],
    ['two operations and an empty name', { query: twoOperations, operationName: '' }],
  ])('%s', async (_, body) => {
    await expectRejected(() => server.post(body), 'OPERATION_RESOLUTION_FAILURE');
    await expectRejected(() => get(body), 'OPERATION_RESOLUTION_FAILURE');
  });

  it('after one of its operations ran', async () => {
    expect(codesOf(await server.post({ query: twoOperations, operationName: 'Cheap' }))).toEqual([]);
    await expectRejected(
      () => server.post({ query: twoOperations, operationName: 'C' }),
      'OPERATION_RESOLUTION_FAILURE',
    );
  });
});
