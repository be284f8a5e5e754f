import { buildSchema, isInputType } from 'graphql';
import { expect, it } from 'vitest';
import { hasCondition } from './filter-condition.js';

const type = buildSchema(`
  type Query { a: Int }
  input Text { eq: String in: [String!] }
  input Where { and: [Where!] or: [Where!] not: Where name: Text kind: [Int!] other: Where flag: Boolean }
`).getType('Where');

const restricts = (value: unknown): boolean => {
  if (!isInputType(type)) throw new Error('Where must be an input type.');
  return hasCondition(type, value);
};

it.each([
  undefined,
  null,
  {},
  { name: null },
  { name: {} },
  { name: { eq: null } },
  { not: {} },
  { and: [] },
  { and: [{}, { name: {} }] },
  { or: [] },
  { or: [{}, { kind: [1] }] },
  { other: { other: { name: {} } } },
])('a filter without a condition restricts nothing: %j', (value) => {
  expect(restricts(value)).toBe(false);
});

it.each([
  { kind: [] },
  { name: { in: [] } },
  { name: { eq: '' } },
  { flag: false },
  { not: { kind: [] } },
  { and: [{}, { kind: [] }] },
  { or: [{ kind: [] }, { name: { eq: 'a' } }] },
  { other: { other: { kind: [] } } },
])('a filter with a condition restricts, even if its list of values is empty: %j', (value) => {
  expect(restricts(value)).toBe(true);
});
