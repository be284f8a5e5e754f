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
    // The version of the data is no part of the answer: the cache asks for it twice a second.
    expect(statements.filter((name) => name !== 'dataset/read-version')).toEqual([]);
  }
}

describe('an operation that costs too much is refused, and Neo4j is not asked:', () => {
  it.each([
    ['sent as it is', { query: costly }],
    ['by its name', { query: costly, operationName: 'Costly' }],
    ['without a name', { query: costly, operationName: null }],
    ['by an empty name', { query: costly, operationName: '' }],
    ['beside another', { query: both, operationName: 'Costly' }],
    ['by the value of a variable', { query: sized, variables: { n: 100 } }],
    ['by the default of a variable', { query: sized.replace('= 1', '= 100') }],
    ['with its hash', { query: costly, extensions: hashOf(costly) }],
    ['in fragments', { query: `{ ...F } fragment F on Query { ${lists('100')} }` }],
    [
      'in a selection that may be left out',
      { query: `query ($v: Boolean = false) { ... @include(if: $v) { ${lists('100')} } }` },
    ],
  ])('%s', async (_, body) => {
    await expectRefused(() => server.post(body));
  });

  it('by GET', async () => {
    await expectRefused(() => get({ query: costly }));
    await expectRefused(() => get({ query: both, operationName: 'Costly' }));
    await expectRefused(() => get({ query: sized, variables: '{"n":100}' }));
  });

  it('after it was answered with other variables, which made it known', async () => {
    for (const variables of [{}, { n: 1 }]) expect(codesOf(await server.post({ query: sized, variables }))).toEqual([]);
    await expectRefused(() => server.post({ query: sized, variables: { n: 100 } }));
    await expectRefused(() => get({ query: sized, variables: '{"n":100}' }));
  });

  it('by the hash of what was answered with other variables', async () => {
    expect(codesOf(await server.post({ query: sized, extensions: hashOf(sized) }))).toEqual([]);
    await expectRefused(() => server.post({ variables: { n: 100 }, extensions: hashOf(sized) }));
    await expectRefused(() => getByHash(sized, { variables: '{"n":100}' }));
  });

  it('by the hash of a text of which another operation was answered', async () => {
    const body = { query: both, operationName: 'Cheap', extensions: hashOf(both) };
    expect(codesOf(await server.post(body))).toEqual([]);
    await expectRefused(() => server.post({ operationName: 'Costly', extensions: hashOf(both) }));
    await expectRefused(() => getByHash(both, { operationName: 'Costly' }));
  });
});

describe('where no operation is meant, none is executed:', () => {
  it.each([
    ['another name', { query: costly, operationName: 'C' }],
    ['another name beside a cheap one', { query: both, operationName: 'cheap' }],
    ['no name of two', { query: both }],
    ['an empty name of two', { query: both, operationName: '' }],
  ])('%s', async (_, body) => {
    await expectRefused(() => server.post(body), 'OPERATION_RESOLUTION_FAILURE');
    await expectRefused(() => get(body), 'OPERATION_RESOLUTION_FAILURE');
  });

  it('also after one of them was answered', async () => {
    expect(codesOf(await server.post({ query: both, operationName: 'Cheap' }))).toEqual([]);
    await expectRefused(() => server.post({ query: both, operationName: 'C' }), 'OPERATION_RESOLUTION_FAILURE');
  });
});
