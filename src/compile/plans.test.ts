import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../entries.js';
import { projectModel } from '../model/project-model.js';
import { buildSchema } from '../schema.js';
import { Plans, type PlanSet } from './plans.js';

const model = projectModel();
const schema = buildSchema(model);
const known: boolean[] = [];

function plansOf(query: string): Plans {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document must have one operation.');
  return new Plans(
    { schema, model, entries: entriesOf(model), onPlan: (isKnown) => known.push(isKnown) },
    document,
    operation,
  );
}

const compile = (query: string): PlanSet => plansOf(query).of({});
const company = (alias: string, slug: string): string =>
  `${alias}: company(slug: "${slug}") { name tools { totalCount } }`;

describe('the statements of an operation', () => {
  it('are shared by root fields that differ only in values', () => {
    const { plans, length } = compile(`{ ${company('a', 'openai')} ${company('b', 'baidu')} }`);
    expect([...plans.keys()]).toEqual(['a', 'b']);
    expect(length).toBe(compile(`{ ${company('a', 'openai')} }`).length);
  });

  it('multiply with each nested selection that differs between types', () => {
    const facts = (depth: number, own: string): string =>
      depth === 0 ? 'id' : `relations(first: 1) { nodes { from { ${facts(depth - 1, own)} ${own} } } }`;
    const length = (depth: number, own: string): number =>
      compile(`{ node(id: "a") { ... on Entity { ${facts(depth, own)} } } }`).length;
    const own = '... on Company { kind } ... on Region { level } ... on Section { number }';
    expect(length(3, '')).toBeLessThan(3 * length(1, ''));
    expect(length(3, own)).toBeGreaterThan(10 * length(1, own));
  });

  it('are refused if they exceed the limit of fields', () => {
    const own = '... on Company { kind } ... on Region { level } ... on Section { number }';
    const facts = (depth: number): string =>
      depth === 0 ? 'id' : `relations(first: 1) { nodes { from { ${facts(depth - 1)} ${own} } } }`;
    expect(() => compile(`{ node(id: "a") { ... on Entity { ${facts(9)} } } }`)).toThrow(/at most 2000 fields/);
  });

  it('omit fields without arguments, and contain the error of a field in place of its plan', () => {
    const { plans } = compile('{ dataset { hash } companies(first: 1, last: 1) { totalCount } tools { totalCount } }');
    expect([...plans.keys()]).toEqual(['companies', 'tools']);
    expect(plans.get('companies')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(plans.get('tools')).toMatchObject({ name: 'tools' });
  });
});

describe('plans are compiled once', () => {
  it('for all values of the variables, and again if a variable is absent or null', () => {
    const plans = plansOf('query ($text: String) { companies(where: { name: { contains: $text } }) { totalCount } }');
    known.length = 0;
    for (const text of ['a', 'b', null, undefined, 'c']) plans.of(text === undefined ? {} : { text });
    expect(known).toEqual([false, true, false, false, true]);
  });

  it('for all path queries with the same text', () => {
    const plans = plansOf('query ($n: Int) { paths(from: "a", to: "b", first: $n) { length } }');
    known.length = 0;
    for (const n of [1, 2, 3, 1]) plans.of({ n });
    expect(known).toEqual([false, false, true, true]);
  });
});
