import { isInputObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../schema.js';
import { countComparisons, maxFilterConditions, maxFilterDepth } from './filter-cost.js';

const type = buildSchema().getType('CompanyWhere');
const countTests = (filter: unknown): number => {
  if (!isInputObjectType(type)) throw new Error('CompanyWhere must be an input type.');
  return countComparisons(type, filter);
};
const nested = (depth: number): unknown => (depth === 1 ? { name: { eq: 'a' } } : { not: nested(depth - 1) });
const anyOf = (count: number): unknown => ({ or: Array.from({ length: count }, () => ({ name: { eq: 'a' } })) });

describe('filterTests counts', () => {
  it.each([
    ['nothing for an empty filter', {}, 0],
    ['nothing for a null filter', null, 0],
    ['nothing for null conditions', { name: null, not: null, degree: { gte: null } }, 0],
    ['a value for each condition', { name: { contains: 'a', startsWith: 'b' }, degree: { gte: 1 } }, 3],
    ['each value of a list', { name: { in: ['a', 'b', 'c'] } }, 3],
    ['each value of an enum', { kind: ['STARTUP', 'RESEARCH'] }, 2],
    ['the sum of and, or, not', { and: [{ kind: [1] }], or: [{ kind: [1] }], not: { kind: [1] } }, 3],
    ['a single filter like a list of one', { and: { slug: { eq: 'a' } } }, 1],
    ['conditions behind a relation several times', { develops: { slug: { eq: 'a' } } }, 8],
    ['conditions behind nested relations even more times', { develops: { belongsTo: { slug: { eq: 'a' } } } }, 36],
    ['a condition on the containing region', { locatedIn: { within: 'asia' } }, 8],
    [
      'a relation with an invalid filter, but no invalid items or unknown fields',
      { and: ['x', 1, [{}]], develops: 'x', nothing: { deep: 1 } },
      4,
    ],
  ])('%s', (_, filter, tests) => {
    expect(countTests(filter)).toBe(tests);
  });
});

describe('a filter is rejected', () => {
  it('if it is nested too deep', () => {
    expect(countTests(nested(maxFilterDepth))).toBe(1);
    expect(() => countTests(nested(maxFilterDepth + 1))).toThrow(/at most 10 levels deep, .* Use fewer nested/);
  });

  it('if it has too many conditions', () => {
    expect(countTests(anyOf(maxFilterConditions))).toBe(100);
    expect(() => countTests(anyOf(maxFilterConditions + 1))).toThrow(
      /at most 100 conditions and relations, and this one has 101\. Combine/,
    );
  });

  it('without a stack overflow, however deep it is', () => {
    const text = `${'{"not":'.repeat(20_000)}{}${'}'.repeat(20_000)}`;
    expect(() => countTests(JSON.parse(text))).toThrow(/at most 10 levels deep/);
  });
});
