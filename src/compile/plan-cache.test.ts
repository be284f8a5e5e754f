import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../entries.js';
import { projectModel } from '../model/project-model.js';
import { buildSchema } from '../schema.js';
import { PlanCache, type PlanSet } from './plan-cache.js';

const model = projectModel();
const schema = buildSchema(model);
const cacheHits: boolean[] = [];

function createPlanCache(query: string, genericReads = 0): PlanCache {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document must have one operation.');
  return new PlanCache(
    { schema, model, entries: entriesOf(model), genericReads, onPlan: (isCached) => cacheHits.push(isCached) },
    document,
    operation,
  );
}

const compile = (query: string): PlanSet => createPlanCache(query).get({});
const selectCompany = (alias: string, slug: string): string =>
  `${alias}: company(slug: "${slug}") { name tools { totalCount } }`;

describe('the statements of an operation', () => {
  it('are shared by root fields that differ only in values', () => {
    const { plans, length } = compile(`{ ${selectCompany('a', 'openai')} ${selectCompany('b', 'baidu')} }`);
    expect([...plans.keys()]).toEqual(['a', 'b']);
    expect(length).toBe(compile(`{ ${selectCompany('a', 'openai')} }`).length);
  });

  it('multiply with each nested selection that differs between types', () => {
    const nestedRelations = (depth: number, typeConditions: string): string =>
      depth === 0
        ? 'id'
        : `relations(first: 1) { nodes { from { ${nestedRelations(depth - 1, typeConditions)} ${typeConditions} } } }`;
    const length = (depth: number, typeConditions: string): number =>
      compile(`{ node(id: "a") { ... on Entity { ${nestedRelations(depth, typeConditions)} } } }`).length;
    const typeConditions = '... on Company { kind } ... on Region { level } ... on Section { number }';
    expect(length(3, '')).toBeLessThan(3 * length(1, ''));
    expect(length(3, typeConditions)).toBeGreaterThan(10 * length(1, typeConditions));
  });

  it('are refused if they exceed the limit of fields', () => {
    const typeConditions = '... on Company { kind } ... on Region { level } ... on Section { number }';
    const nestedRelations = (depth: number): string =>
      depth === 0 ? 'id' : `relations(first: 1) { nodes { from { ${nestedRelations(depth - 1)} ${typeConditions} } } }`;
    expect(() => compile(`{ node(id: "a") { ... on Entity { ${nestedRelations(9)} } } }`)).toThrow(
      /at most 2000 fields/,
    );
  });

  it('omit fields without arguments, and contain the error of a field in place of its plan', () => {
    const { plans } = compile('{ dataset { hash } companies(first: 1, last: 1) { totalCount } tools { totalCount } }');
    expect([...plans.keys()]).toEqual(['companies', 'tools']);
    expect(plans.get('companies')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(plans.get('tools')).toMatchObject({ name: 'tools' });
  });
});

describe('the query that operations share', () => {
  const namesOf = ({ plans }: PlanSet): unknown[] => [...plans.values()].map((plan) => 'name' in plan && plan.name);

  it('reads an operation until the operation has been sent often enough, at the same cost', () => {
    const plans = createPlanCache('{ company(slug: "openai") { name } tools { totalCount } }', 2);
    const sets = Array.from({ length: 4 }, () => plans.get({}));
    expect(sets.map(namesOf)).toEqual([
      ['entity/read-tree', 'tools'],
      ['entity/read-tree', 'tools'],
      ['company', 'tools'],
      ['company', 'tools'],
    ]);
    expect(new Set(sets.map(({ length }) => length)).size).toBe(1);
  });

  it('counts its reads for each shape of the variables', () => {
    const plans = createPlanCache(
      'query ($n: Int) { company(slug: "openai") { tools(first: $n) { nodes { name } } } }',
      1,
    );
    expect([{ n: 1 }, {}, { n: 2 }].map((variables) => namesOf(plans.get(variables)))).toEqual([
      ['entity/read-tree'],
      ['entity/read-tree'],
      ['company'],
    ]);
  });

  it('costs more for a larger selection', () => {
    const lengthOf = (fields: string): number =>
      createPlanCache(`{ company(slug: "a") { ${fields} } }`, 1).get({}).length;
    expect(lengthOf('name tools { nodes { name } }')).toBeGreaterThan(lengthOf('name'));
  });

  it('reads at most as many fields as an operation may have', () => {
    const lists = Array.from(
      { length: 120 },
      (_, n) =>
        `a${n}: tools(first: ${n}) { nodes { id slug name kind summary aliases x: name(lang: ZH) y: summary(lang: ZH) z: summary(lang: EN) domains { nodes { id slug name summary aliases } } techniques { nodes { id slug name summary aliases } } } }`,
    );
    expect(() => createPlanCache(`{ company(slug: "a") { ${lists.join(' ')} } }`, 1).get({})).toThrow(
      /at most 2000 fields/,
    );
  });
});

describe('plans are compiled once', () => {
  it('for all values of the variables, and again if a variable is absent or null', () => {
    const plans = createPlanCache(
      'query ($text: String) { companies(where: { name: { contains: $text } }) { totalCount } }',
    );
    cacheHits.length = 0;
    for (const text of ['a', 'b', null, undefined, 'c']) plans.get(text === undefined ? {} : { text });
    expect(cacheHits).toEqual([false, true, false, false, true]);
  });

  it('for all path queries with the same text', () => {
    const plans = createPlanCache('query ($n: Int) { paths(from: "a", to: "b", first: $n) { length } }');
    cacheHits.length = 0;
    for (const n of [1, 2, 3, 1]) plans.get({ n });
    expect(cacheHits).toEqual([false, false, true, true]);
  });
});
