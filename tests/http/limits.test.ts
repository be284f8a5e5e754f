import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { defaultHttpConfig } from '../../src/http/http-config.js';
import { sharedNeo4j } from '../setup/databases.js';
import { recordStatements } from '../setup/recording-database.js';
import { codesOf, httpServer } from './http-server.js';

/** A filter with three conditions. */
const condition =
  '{ or: [{ name: { contains: "a" } }, { slug: { contains: "e" } }, { not: { name: { contains: "i" } } }] }';

const spreadChain = (length: number): string =>
  Array.from({ length }, (_, index) => `fragment F${index} on Company { ...F${index + 1} }`).join(' ') +
  ` fragment F${length} on Company { slug }`;
const unusedFragments = (count: number): string =>
  Array.from({ length: count }, (_, index) => `fragment G${index} on Company { slug }`).join(' ');

describe('the limits of operations', () => {
  const neo4j = sharedNeo4j();
  let takeStatements: () => readonly unknown[] = () => [];
  const server = httpServer(() => {
    const recorded = recordStatements(neo4j.database);
    takeStatements = () => recorded.takeStatements();
    return recorded;
  });

  it('allow the introspection query of the playground', async () => {
    const response = await server.post({ query: getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }) });
    expect(response.body.errors).toBeUndefined();
  });

  it.each([
    [
      'too much depth',
      `{ companies { nodes ${'{ tools { nodes { companies { nodes '.repeat(5)} { slug } ${'} } } }'.repeat(5)} } }`,
    ],
    ['too many aliases', `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(' ')} }`],
    ['too many directives', `{ dataset ${'@include(if: true) '.repeat(11)} { title } }`],
    [
      'too many aliases of introspection',
      '{ __schema { a: types { name } b: types { name } c: types { name } d: types { name } } }',
    ],
    ['a field too often', `{ companies { nodes { ${'slug '.repeat(21)} } } }`],
    ['an inline fragment too often', `{ companies { nodes { ${'... on Company { slug } '.repeat(21)} } } }`],
    [
      'inline fragments nested too deeply',
      `{ companies { nodes { ${'... { '.repeat(100)} slug ${'} '.repeat(100)} } } }`,
    ],
    ['fragment spreads nested too deeply', `{ companies { nodes { ...F0 } } } ${spreadChain(120)}`],
    ['too many fragments', `{ companies { nodes { ...F0 } } } ${spreadChain(1)} ${unusedFragments(200)}`],
  ])('reject %s without a query to Neo4j', async (_what, query) => {
    takeStatements();
    const response = await server.post({ query });
    expect(codesOf(response)).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(response.body.errors?.map(({ message }) => message).join('\n')).toMatch(
      /at most \d+ .*, found .*\d+.*\. (Request less|Select it once)/,
    );
    expect(takeStatements().filter((statement) => !isVersionRead(statement))).toEqual([]);
  });

  it('reject an operation over the cost limit, with its cost, the limit and the most expensive path', async () => {
    takeStatements();
    const inner =
      'tools(first: 100) { nodes { companies(first: 20) { nodes { tools(first: $n) { nodes { slug } } } } } }';
    const query = `query ($n: Int) { companies(first: 100) { nodes { ${inner} } } }`;
    const response = await server.post({ query, variables: { n: 100 } });
    expect(codesOf(response)).toEqual(['COST_LIMIT_EXCEEDED']);
    expect(response.body.errors?.[0]?.message).toMatch(
      /may cost at most 1000000, but this one costs \d+\. Request smaller pages .*, especially along companies > nodes \(100\) > tools > nodes \(100\)/,
    );
    expect(takeStatements().filter((statement) => !isVersionRead(statement))).toEqual([]);

    const smaller = await server.post({ query, variables: { n: 1 } });
    expect(smaller.body.errors).toBeUndefined();
  });

  it.each([
    ['fields', 'tools(first: 100) { nodes { slug name companies(first: 29) { nodes { slug name } } } }'],
    [
      'facts',
      'tools(first: 100) { nodes { slug companies(first: 15) { edges { relation { status note } node { slug } } } } }',
    ],
    [
      'conditions',
      `tools(first: 100, where: ${condition}) { nodes { slug techniques(first: 20, where: ${condition}) { nodes { slug } } } }`,
    ],
    ['groups', 'tools(first: 50) { nodes { slug companies(first: 25) { groups(by: REGION) { key count } } } }'],
  ])('allow an operation with so many %s that its cost is close to the limit', async (_what, inner) => {
    // The server would reject it at its deadline.
    const response = await server.post({ query: `{ companies(first: 100) { nodes { slug ${inner} } } }` });
    expect(response.body.errors).toBeUndefined();
    expect(response.body.extensions?.cost?.cost).toBeGreaterThan(0.7 * defaultHttpConfig.costLimit);
  });

  it('report the cost of an operation even if it is 0', async () => {
    const { body } = await server.post({ query: '{ __typename }' });
    expect(body.extensions?.cost).toEqual({ cost: 0, limit: defaultHttpConfig.costLimit });
  });

  it('include the groups of a list in the cost, and reject too many of them', async () => {
    const costOf = async (fields: string): Promise<number> =>
      (await server.post({ query: `{ companies(first: 10) { ${fields} } }` })).body.extensions?.cost?.cost ?? NaN;
    const plainCost = await costOf('totalCount');
    const groupCost = await costOf('totalCount groups(by: KIND) { count }');
    expect(groupCost).toBeGreaterThan(plainCost);
    expect(await costOf('totalCount groups(by: KIND) { key count }')).toBeGreaterThan(groupCost);
    const inner = 'tools(first: 100) { nodes { companies(first: 100) { groups(by: REGION) { key count } } } }';
    const response = await server.post({ query: `{ companies(first: 100) { nodes { ${inner} } } }` });
    expect(codesOf(response)).toEqual(['COST_LIMIT_EXCEEDED']);
  });

  it('reject fragments that expand to an exponential number of fields', async () => {
    const fragments = Array.from(
      { length: 30 },
      (_, i) => `fragment F${i} on Company { ...F${i + 1} x${i}: slug ...F${i + 1} }`,
    );
    const query = `{ companies { nodes { ...F0 } } } ${fragments.join(' ').replaceAll(/x\d+: /g, '')} fragment F30 on Company { slug name }`;
    const response = await server.post({ query });
    expect(response.status).toBeLessThan(500);
    expect(response.body.errors).toBeDefined();
  });

  it('reject a batch of operations', async () => {
    const operation = { query: '{ __typename }' };
    const response = await server.post([operation, operation]);
    expect(response.status).toBe(400);
    expect(codesOf(response)).toEqual(['BAD_REQUEST']);
  });

  it('reject an operation with too many tokens', async () => {
    const response = await server.post({ query: `{ ${'slug '.repeat(10_001)} }` });
    expect([response.status, codesOf(response)]).toEqual([400, ['GRAPHQL_PARSE_FAILED']]);
    expect(response.text).toContain('tokens');
  });

  it('reject a body that is too large', async () => {
    const response = await server.post({ query: `{ __typename } # ${'x'.repeat(200_000)}` });
    expect([response.status, codesOf(response)]).toEqual([413, ['PAYLOAD_TOO_LARGE']]);
    expect(response.text).toContain(`at most ${defaultHttpConfig.bodyLimit} bytes`);
  });
});

function isVersionRead(statement: unknown): boolean {
  return JSON.stringify(statement, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)).includes(
    'read-version',
  );
}
