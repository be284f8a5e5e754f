import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

const unknownIds = (count: number): string[] => Array.from({ length: count }, (_, index) => `Company:unknown-${index}`);
const knownIds = ['Company:openai', 'Tool:dall-e'];
const queries = {
  between: 'query ($values: [ID!]!) { between(ids: $values) { linkCount nodes { id } } }',
  neighborhood: 'query ($values: [ID!]!) { neighborhood(ids: $values, depth: 0) { nodes { id } } }',
  nodes: 'query ($values: [ID!]!) { nodes(ids: $values) { id } }',
  resolve: 'query ($values: [String!]!) { resolve(names: $values) { name candidates { node { id } } } }',
};

describe('A list argument over its limit is rejected with the limit:', () => {
  it.each([
    ['between', unknownIds(21), /^ids may have at most 20 values, found 21\./],
    ['between', [...unknownIds(20), ...knownIds], /^ids may have at most 20 values, found 22\./],
    ['neighborhood', unknownIds(101), /^ids may have at most 100 values, found 101\./],
    ['nodes', unknownIds(1_001), /^ids may have at most 1000 values, found 1001\./],
    ['resolve', unknownIds(101), /^names may have at most 100 values, found 101\./],
  ] as const)('%s', async (name, values, message) => {
    const { data, errors } = await api.send(queries[name], { values });
    expect(errors).toMatchObject([{ path: [name], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toMatch(message);
    expect(data).toBeNull();
  });
});

describe('A list argument at its limit is accepted in full:', () => {
  it('between', async () => {
    const values = [...unknownIds(18), ...knownIds];
    const { between } = await api.query<{ between: { linkCount: number; nodes: unknown[] } }>(queries.between, {
      values,
    });
    expect(between.linkCount).toBeGreaterThan(0);
    expect(between.nodes).toEqual(expect.arrayContaining(knownIds.map((id) => ({ id }))));
  });

  it('neighborhood', async () => {
    const values = [...unknownIds(98), ...knownIds];
    expect(await api.query(queries.neighborhood, { values })).toEqual({
      neighborhood: { nodes: knownIds.map((id) => ({ id })) },
    });
  });

  it('nodes', async () => {
    const values = [...unknownIds(998), ...knownIds];
    const { nodes } = await api.query<{ nodes: unknown[] }>(queries.nodes, { values });
    expect([nodes.length, nodes.at(-1)]).toEqual([1_000, { id: 'Tool:dall-e' }]);
  });

  it('resolve', async () => {
    const values = [...unknownIds(99), 'OpenAI'];
    const { resolve } = await api.query<{ resolve: { name: string; candidates: unknown[] }[] }>(queries.resolve, {
      values,
    });
    expect(resolve.map(({ name }) => name)).toEqual(values);
    expect(resolve.at(-1)?.candidates).toEqual([{ node: { id: 'Company:openai' } }]);
  });

  it('between, which counts duplicates once', async () => {
    const values = [...unknownIds(19), ...knownIds.slice(0, 1), ...unknownIds(19)];
    expect(await api.query(queries.between, { values })).toEqual({
      between: { linkCount: 0, nodes: [{ id: 'Company:openai' }] },
    });
  });
});

describe('The arguments of a page:', () => {
  const slugs = async (args: string): Promise<unknown> => api.query(`{ companies(${args}) { nodes { slug } } }`);

  it.each(['first: -1', 'last: -1', 'first: 0', 'first: -2147483648'])('%s returns an empty page', async (args) => {
    expect(await slugs(args)).toEqual({ companies: { nodes: [] } });
  });

  it.each(['after: ""', 'before: ""'])('%s is not a cursor', async (args) => {
    const { errors } = await api.send(`{ companies(${args}) { nodes { slug } } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toMatch(
      /must be a cursor of this API, found ""\. Take it from pageInfo .*, or leave it out\.$/,
    );
  });

  it.each(['after: null', 'first: null', 'first: 20'])('%s means the default', async (args) => {
    expect(await slugs(args)).toEqual(await api.query('{ companies { nodes { slug } } }'));
  });
});
