import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { recording, type RecordingDatabase } from '../setup/recording.js';
import { codesOf, httpServer, type HttpAnswer } from './http-server.js';

const neo4j = sharedNeo4j();
let recorded: RecordingDatabase;
const server = httpServer(() => (recorded = recording(neo4j.database)));

const lists = (size: string): string =>
  ['tools', 'companies', 'tools', 'companies'].reduce(
    (inner, list) => `${list}(first: ${size}) { nodes { ${inner} } }`,
    'slug',
  );
const costly = `query Costly { ${lists('100')} }`;
const both = `query Cheap { dataset { hash } } ${costly}`;
const sized = `query Sized($n: Int = 1) { ${lists('$n')} }`;

const hashOf = (query: string): object => ({
  persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
});
const get = (parameters: Readonly<Record<string, string>>): Promise<HttpAnswer> =>
  server.get(`/graphql?${new URLSearchParams(parameters).toString()}`, { 'apollo-require-preflight': 'true' });
const getByHash = (query: string, parameters: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> =>
  get({ ...parameters, extensions: JSON.stringify(hashOf(query)) });

async function expectRefused(ask: () => Promise<HttpAnswer>, code = 'COST_LIMIT_EXCEEDED'): Promise<void> {
  for (let times = 0; times < 3; times += 1) {
    recorded.taken();
    const answer = await ask();
    expect([answer.status, codesOf(answer)]).toEqual([400, [code]]);
    const statements = recorded.taken().map(({ name }) => name);
    // Ignores the reads of the data version, which the cache repeats twice a second.
    expect(statements.filter((name) => name !== 'dataset/read-version')).toEqual([]);
  }
}

describe('an operation over the cost limit is rejected without a query to Neo4j', () => {
  it.each([
    ['by its text alone', { query: costly }],
    ['by its name', { query: costly, operationName: 'Costly' }],
    ['with null as its name', { query: costly, operationName: null }],
    ['with an empty name', { query: costly, operationName: '' }],
    ['next to another operation', { query: both, operationName: 'Costly' }],
    ['because of the value of a variable', { query: sized, variables: { n: 100 } }],
    ['because of the default of a variable', { query: sized.replace('= 1', '= 100') }],
    ['with its hash', { query: costly, extensions: hashOf(costly) }],
    ['in fragments', { query: `{ ...F } fragment F on Query { ${lists('100')} }` }],
    [
      'in a conditional selection',
      { query: `query ($v: Boolean = false) { ... @include(if: $v) { ${lists('100')} } }` },
    ],
  ])('%s', async (_, body) => {
    await expectRefused(() => server.post(body));
  });

  it('with GET', async () => {
    await expectRefused(() => get({ query: costly }));
    await expectRefused(() => get({ query: both, operationName: 'Costly' }));
    await expectRefused(() => get({ query: sized, variables: '{"n":100}' }));
  });

  it('after it ran with other variables', async () => {
    for (const variables of [{}, { n: 1 }]) expect(codesOf(await server.post({ query: sized, variables }))).toEqual([]);
    await expectRefused(() => server.post({ query: sized, variables: { n: 100 } }));
    await expectRefused(() => get({ query: sized, variables: '{"n":100}' }));
  });

  it('by its hash after it ran with other variables', async () => {
    expect(codesOf(await server.post({ query: sized, extensions: hashOf(sized) }))).toEqual([]);
    await expectRefused(() => server.post({ variables: { n: 100 }, extensions: hashOf(sized) }));
    await expectRefused(() => getByHash(sized, { variables: '{"n":100}' }));
  });

  it('by the hash of a document after its other operation ran', async () => {
    const body = { query: both, operationName: 'Cheap', extensions: hashOf(both) };
    expect(codesOf(await server.post(body))).toEqual([]);
    await expectRefused(() => server.post({ operationName: 'Costly', extensions: hashOf(both) }));
    await expectRefused(() => getByHash(both, { operationName: 'Costly' }));
  });
});

describe('a request that selects no operation is rejected', () => {
  it.each([
    ['an unknown name', { query: costly, operationName: 'C' }],
    ['the name of the other operation in another letter case', { query: both, operationName: 'cheap' }],
    ['two operations and no name', { query: both }],
    ['two operations and an empty name', { query: both, operationName: '' }],
  ])('%s', async (_, body) => {
    await expectRefused(() => server.post(body), 'OPERATION_RESOLUTION_FAILURE');
    await expectRefused(() => get(body), 'OPERATION_RESOLUTION_FAILURE');
  });

  it('after one of its operations ran', async () => {
    expect(codesOf(await server.post({ query: both, operationName: 'Cheap' }))).toEqual([]);
    await expectRefused(() => server.post({ query: both, operationName: 'C' }), 'OPERATION_RESOLUTION_FAILURE');
  });
});
