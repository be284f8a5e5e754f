import { isObjectType } from 'graphql';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildSchema } from '../../src/schema.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { listOperationNames, readOperation } from '../operations/read-operation.js';
import { sendQuery, expectCachedData } from './urql/send-query.js';
import { keys, createUrqlApp, type UrqlApp } from './urql/client.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const schema = buildSchema();

interface Companies {
  readonly companies: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly id: string; readonly name: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
interface Named {
  readonly node: { readonly id: string; readonly name: string };
}

const companiesPage = `query ($after: String) {
  companies(first: 20, after: $after) {
    totalCount
    edges { cursor node { id name } relation { id } }
    pageInfo { hasNextPage endCursor }
  }
}`;

describe('urql with its normalizing cache', () => {
  let app: UrqlApp;
  const consoleSpies = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
  beforeEach(() => {
    app = createUrqlApp(api.url, schema);
    for (const spy of consoleSpies) spy.mockClear();
  });
  afterAll(() => consoleSpies.forEach((spy) => spy.mockRestore()));
  // The cache logs each warning once per process, so only the first test that causes it fails.
  afterEach(() => {
    expect(app.messages).toEqual([]);
    for (const spy of consoleSpies) expect(spy).not.toHaveBeenCalled();
  });

  it('needs keys only for types without an id', () => {
    const typesWithoutId = Object.values(schema.getTypeMap()).filter(
      (type) =>
        isObjectType(type) &&
        !('id' in type.getFields()) &&
        !/^(__.*|Query|PageInfo|.*Connection|.*Edge)$/.test(type.name),
    );
    expect(Object.keys(keys)).toEqual(typesWithoutId.map(({ name }) => name).toSorted());
  });

  it('merges the pages of a connection', async () => {
    let after: string | null = null;
    let list: Companies['companies'];
    do {
      list = (await sendQuery<Companies>(app, companiesPage, { after })).companies;
      after = list.pageInfo.endCursor;
    } while (list.pageInfo.hasNextPage);
    expect(list.edges).toHaveLength(list.totalCount);
    expect(new Set(list.edges.map(({ node }) => node.id)).size).toBe(list.totalCount);
  });

  it('reads an entity of a list by id from the cache', async () => {
    const { companies } = await sendQuery<Companies>(app, companiesPage, { after: null });
    const id = companies.edges[0]?.node.id;
    const byId = 'query ($id: ID!) { node(id: $id) { id ... on Company { name } } }';
    const { node } = await sendQuery<Named>(app, byId, { id });
    expect(node).toMatchObject({ id, name: companies.edges[0]?.node.name });
    const cached = await app.client.query(byId, { id }, { requestPolicy: 'cache-only' });
    expect(cached.data).toMatchObject({ node: { id } });
  });

  // all-operations.long.test.ts tests all operations.
  it.each(listOperationNames().filter((_name, index) => index % 4 === 0))(
    'returns data for %s, the second time from the cache',
    (name) => expectCachedData(app, readOperation(name)),
  );
});

describe('urql without keys', () => {
  it('warns about types without an id, so the tests above detect missing keys', async () => {
    const { client, messages } = createUrqlApp(api.url, schema, {});
    await client.query('{ graph(limit: 3) { nodeCount } }', {});
    expect(messages).toEqual([['warn', expect.stringContaining('`Graph`')]]);
  });
});
