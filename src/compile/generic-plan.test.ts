import { getOperationAST, parse, validate, type FieldNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { projectModel } from '../model/project-model.js';
import { readCypherFile } from '../neo4j/cypher-file.js';
import { buildSchema } from '../schema.js';
import { createGenericPlan } from './generic-plan.js';
import { pageSizes } from './page.js';
import { selectRoot } from './selection.js';
import type { Plan } from './statement.js';

const model = projectModel();
const schema = buildSchema(model);
const query = schema.getQueryType();

/** The generic plan of an operation's only root field. */
function planOf(text: string, variableValues: Record<string, unknown> = {}): Plan | undefined {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const nodes = getOperationAST(document)?.selectionSet.selections as readonly FieldNode[]; // as written in this file
  if (!query) throw new Error('The schema must have queries.');
  return createGenericPlan(schema, model, selectRoot({ schema, fragments: {}, variableValues }, query, nodes));
}

const requestOf = (text: string, variables = {}): unknown => planOf(text, variables)?.parameters.bind(variables).item;

describe('an entity is described', () => {
  it('by its id and the properties of its values', () => {
    expect(requestOf('{ company(slug: "OpenAI") { kind name } }')).toEqual({
      root: { type: 'Company', id: 'Company:openai', values: [['kind'], ['name', 'nameZh']], lists: [] },
    });
  });

  it('by the relations of its lists and their page sizes', () => {
    const text =
      'query ($n: Int) { tool(slug: "x") { companies(first: $n) { nodes { slug domains { nodes { id } } } } } }';
    const domains = {
      type: 'FOCUSES_ON',
      direction: 'OUT',
      label: 'Entity',
      size: 'size1',
      values: [['id']],
      lists: [],
    };
    const companies = { type: 'DEVELOPS', direction: 'IN', label: 'Entity', size: 'size2', values: [['slug']] };
    expect(requestOf(text, { n: 3 })).toEqual({
      root: { type: 'Tool', id: 'Tool:x', values: [], lists: [{ ...companies, lists: [domains] }] },
      size1: 20n,
      size2: 3n,
    });
  });

  it('with pages of at most the size that the query reads', () => {
    const limits = readCypherFile('entity/read-tree').match(/LIMIT \d+/g);
    expect(limits).toEqual([`LIMIT ${pageSizes.max}`, `LIMIT ${pageSizes.max}`]);
  });
});

describe('a row is decoded', () => {
  it('into values and lists, each text in the first language that has it', () => {
    const plan = planOf('{ tool(slug: "x") { slug summary companies { nodes { summary } } } }');
    const companies = [[['en', 'zh']], [[null, null]]];
    expect(plan?.decode([['x'], [null, '中'], companies])).toEqual({
      slug: 'x',
      summary: '中',
      companies: { nodes: [{ summary: 'en' }, { summary: null }] },
    });
    expect(plan?.decode(null)).toBeNull();
  });

  it('with both languages if one is requested', () => {
    const plan = planOf('{ tool(slug: "x") { summary(lang: ZH) } }');
    expect(plan?.decode([['en', '中']])).toEqual({ 'summary(lang: ZH)': ['en', '中'] });
  });

  it('unless a required value is missing', () => {
    const plan = planOf('{ tool(slug: "x") { slug } }');
    expect(() => plan?.decode([[null]])).toThrow('A stored value must be present');
  });
});

describe('a query of its own is required', () => {
  it.each([
    ['by a filter', 'tools(where: { slug: { eq: "x" } }) { nodes { id } }'],
    ['by a condition on the status', 'tools(where: { status: REFUTED }) { nodes { id } }'],
    ['by an order', 'tools(orderBy: [{ field: NAME }]) { nodes { id } }'],
    ['by a cursor', 'tools(after: "x") { nodes { id } }'],
    ['by a page from the end', 'tools(last: 2) { nodes { id } }'],
    ['by a count', 'tools { totalCount nodes { id } }'],
    ['by edges', 'tools { edges { node { id } } }'],
    ['by information on the page', 'tools { nodes { id } pageInfo { hasNextPage } }'],
    ['by items of parts', 'regions { nodes { companies { nodes { id } } } }'],
    ['by citations', 'citations { section { id } }'],
    ['by a degree', 'name degree'],
    ['by relations', 'relations { nodes { id } }'],
    ['by references', 'references { title }'],
    ['by no stored value', '__typename'],
    ['by three nested lists', 'tools { nodes { companies { nodes { tools { nodes { id } } } } } }'],
  ])('%s', (_reason, fields) => {
    expect(planOf(`{ company(slug: "x") { ${fields} } }`)).toBeUndefined();
  });

  it('by a list of entities', () => {
    expect(planOf('{ companies { nodes { id } } }')).toBeUndefined();
    expect(planOf('{ node(id: "Company:x") { id } }')).toBeUndefined();
  });
});
