import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { projectModel } from '../model/project-model.js';
import { buildSchema } from '../schema.js';
import { OperationCost } from './operation-cost.js';

const schema = buildSchema(projectModel(), true);

function costOf(query: string, variables: Readonly<Record<string, unknown>> = {}): number {
  return createOperationCost(query).estimate(variables);
}

function createOperationCost(query: string): OperationCost {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document must have one operation.');
  return new OperationCost(schema, document, operation);
}

const filter = '{ and: [{ name: { contains: "a" } }, { develops: { slug: { eq: "b" } } }] }';
const filterValue = { and: [{ name: { contains: 'a' } }, { develops: { slug: { eq: 'b' } } }] };
const list = (where: string): string => `companies(where: ${where}) { nodes { slug } }`;

describe('a filter costs the same', () => {
  const expectedCost = costOf(`{ ${list(filter)} }`);

  it('as a literal, as a variable, and as the default of a variable', () => {
    expect(costOf(`query ($w: CompanyWhere) { ${list('$w')} }`, { w: filterValue })).toBe(expectedCost);
    expect(costOf(`query ($w: CompanyWhere = ${filter}) { ${list('$w')} }`)).toBe(expectedCost);
    expect(costOf(`query ($w: CompanyWhere = ${filter}) { ${list('$w')} }`, { w: null })).toBeLessThan(expectedCost);
  });

  it('if a part of it is a variable', () => {
    const query = `query ($t: ToolWhere) { ${list('{ and: [{ name: { contains: "a" } }, { develops: $t }] }')} }`;
    expect(costOf(query, { t: { slug: { eq: 'b' } } })).toBe(expectedCost);
    expect(costOf(`query ($s: String) { ${list(filter.replace('"b"', '$s'))} }`, { s: 'b' })).toBe(expectedCost);
  });
});

describe('the costs of filters add up', () => {
  const filterCost = costOf(`{ ${list(filter)} }`) - costOf(`{ ${list('{}')} }`);

  it('under aliases, in fragments, and in nested lists', () => {
    const other = filter.replace('contains', 'startsWith');
    const addedCost = (query: (where: string, second: string) => string): number =>
      costOf(query(filter, other)) - costOf(query('{}', '{ and: [] }'));
    expect(addedCost((a, b) => `{ x: ${list(a)} y: ${list(b)} }`)).toBe(2 * filterCost);
    expect(addedCost((a, b) => `{ ...F } fragment F on Query { x: ${list(a)} y: ${list(b)} }`)).toBe(2 * filterCost);
    expect(addedCost((a, b) => `{ tools { nodes { x: ${list(a)} y: ${list(b)} } } }`)).toBeGreaterThan(2 * filterCost);
  });
});

describe('the size of groups', () => {
  const groups = (costOfGroups: string, inner: string): string => `groups(by: ${costOfGroups}) { count ${inner} }`;
  const nested = (depth: number): string =>
    depth === 0
      ? 'slug'
      : `tools(first: 0) { ${groups('COMPANY', `entity { ... on Company { ${nested(depth - 1)} } }`)} }`;

  it('does not depend on the page size of the list', () => {
    const costWithPageSize = (first: number): number =>
      costOf(`{ companies(first: ${first}) { ${groups('REGION', 'key')} } }`);
    expect(costWithPageSize(0)).toBe(costWithPageSize(100));
  });

  it('is larger for groups by relation than for groups by property', () => {
    const costOfGroups = (value: string): number => costOf(`{ companies { ${groups(value, 'key a: key b: key')} } }`);
    expect(costOfGroups('REGION')).toBeGreaterThan(costOfGroups('KIND'));
    expect(costOf('query ($g: CompanyGroup!) { companies { groups(by: $g) { key } } }', { g: 'REGION' })).toBe(
      costOf('{ companies { groups(by: REGION) { key } } }'),
    );
  });

  it('multiplies for nested groups', () => {
    expect(costOf(`{ ${nested(3)} }`)).toBeGreaterThan(
      (50 * (costOf(`{ ${nested(2)} }`) - costOf(`{ ${nested(1)} }`))) / 4,
    );
    expect(costOf(`{ ${nested(4)} }`)).toBeGreaterThan(5_000_000);
  });
});

describe('_entities', () => {
  const fields = '{ ... on Tool { name companies(first: 3) { nodes { name } } } }';
  const ids = ['Tool:kite', 'Tool:dall-e', 'Tool:nothing'];
  const representations = ids.map((id) => ({ __typename: 'Tool', id }));
  const costOfNodes = costOf(`query ($ids: [ID!]!) { nodes(ids: $ids) ${fields} }`, { ids });

  it('costs as much as nodes with as many ids, in a variable, a default or a literal', () => {
    const text = `query ($all: [_Any!]!) { _entities(representations: $all) ${fields} }`;
    expect(costOf(text, { all: representations })).toBe(costOfNodes);
    expect(costOf(text, { all: [...representations, ...representations] })).toBe(2 * costOfNodes);
    const literal = JSON.stringify(representations).replaceAll(/"(\w+)":/g, '$1: ');
    expect(costOf(`{ _entities(representations: ${literal}) ${fields} }`)).toBe(costOfNodes);
    expect(costOf(text.replace('[_Any!]!', `[_Any!]! = ${literal}`))).toBe(costOfNodes);
  });

  it('costs less if a variable holds a single representation', () => {
    const text = `query ($one: _Any!) { _entities(representations: [$one]) ${fields} }`;
    expect(costOf(text, { one: representations[0] })).toBe(costOfNodes / 3);
  });
});

describe('an operation', () => {
  it('is rejected if its fragments expand to too many fields', () => {
    const fragments = Array.from(
      { length: 30 },
      (_, index) => `fragment F${index} on Tool { ...F${index + 1} ...F${index + 1} }`,
    );
    const query = `{ tools { nodes { ...F0 } } } ${fragments.join(' ')} fragment F30 on Tool { slug }`;
    expect(() => createOperationCost(query).estimate({})).toThrow(/at most 5000 fields/);
  });
});

describe('the cost of an operation that is estimated again', () => {
  it.each([
    ['query ($n: Int) { tools(first: $n) { nodes { slug } } }', { n: 1 }, { n: 2 }],
    ['query ($n: Int) { tools { nodes { companies(last: $n) { nodes { slug } } } } }', { n: 1 }, { n: 2 }],
    ['query ($n: Int) { tools(first: null, last: $n) { nodes { slug } } }', { n: 1 }, { n: 2 }],
    ['query ($id: ID!) { nodes(ids: ["a", $id]) { id } tool(slug: $id) { slug } }', { id: 'a' }, { id: 'b' }, 'equal'],
    [`query ($w: CompanyWhere) { ${list('{ and: [$w] }')} }`, { w: {} }, { w: filterValue }],
    ['query ($slug: String!) { tool(slug: $slug) { slug } }', { slug: 'a' }, { slug: 'b' }, 'equal'],
  ])('%s is that of its variables', (query, first, second, comparison = 'greater') => {
    const operationCost = createOperationCost(query);
    const [firstCost, secondCost] = [operationCost.estimate(first), operationCost.estimate(second)];
    expect([firstCost, secondCost]).toEqual([costOf(query, first), costOf(query, second)]);
    expect(secondCost > firstCost).toBe(comparison === 'greater');
  });
});

it('costliestPath follows the fields with the highest cost', () => {
  const cost = createOperationCost(
    '{ tools(first: 100) { nodes { companies(first: 100) { nodes { slug name } } } } dataset { title } }',
  );
  expect(cost.costliestPath({})).toBe('tools > nodes (100) > companies > nodes (100)');
});
