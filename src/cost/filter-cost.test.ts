import { isInputObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../schema.js';
import { filterTests, maxFilterConditions, maxFilterDepth } from './filter-cost.js';

const type = buildSchema().getType('CompanyWhere');
const testsOf = (filter: unknown): number => {
  if (!isInputObjectType(type)) throw new Error('CompanyWhere must be an input type.');
  return filterTests(type, filter);
};
const nested = (depth: number): unknown => (depth === 1 ? { name: { eq: 'a' } } : { not: nested(depth - 1) });
const anyOf = (count: number): unknown => ({ or: Array.from({ length: count }, () => ({ name: { eq: 'a' } })) });

describe('a filter compares', () => {
  it.each([
    ['nothing where it is empty', {}, 0],
    ['nothing where it is null', null, 0],
    ['nothing for what is null', { name: null, not: null, degree: { gte: null } }, 0],
    ['a value for each condition', { name: { contains: 'a', startsWith: 'b' }, degree: { gte: 1 } }, 3],
    ['each value of a list', { name: { in: ['a', 'b', 'c'] } }, 3],
    ['each value of an enum', { kind: ['STARTUP', 'RESEARCH'] }, 2],
    ['the sum of what is in and, or, not', { and: [{ kind: [1] }], or: [{ kind: [1] }], not: { kind: [1] } }, 3],
    ['the same where one filter stands for a list of one', { and: { slug: { eq: 'a' } } }, 1],
    ['more behind a relation', { develops: { slug: { eq: 'a' } } }, 8],
    ['ever more behind several', { develops: { belongsTo: { slug: { eq: 'a' } } } }, 36],
    ['the region around', { locatedIn: { within: 'asia' } }, 8],
    ['nothing for what is no filter', { and: ['x', 1, [{}]], develops: 'x', nothing: { deep: 1 } }, 4],
  ])('%s', (_, filter, tests) => {
    expect(testsOf(filter)).toBe(tests);
  });
});

describe('a filter is refused', () => {
  it('where it is deeper than it may be', () => {
    expect(testsOf(nested(maxFilterDepth))).toBe(1);
    expect(() => testsOf(nested(maxFilterDepth + 1))).toThrow(/at most 10 deep .* Ask with fewer of and, or, not/);
  });

  it('where it has more conditions than it may have', () => {
    expect(testsOf(anyOf(maxFilterConditions))).toBe(100);
    expect(() => testsOf(anyOf(maxFilterConditions + 1))).toThrow(
      /at most 100 conditions and relations, and this one has 101\. Give/,
    );
  });

  it('however deep it is', () => {
    const text = `${'{"not":'.repeat(20_000)}{}${'}'.repeat(20_000)}`;
    expect(() => testsOf(JSON.parse(text))).toThrow(/at most 10 deep/);
  });
});
