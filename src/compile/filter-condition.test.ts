import { expect, it } from 'vitest';
import { hasCondition } from './filter-condition.js';

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
  expect(hasCondition(value)).toBe(false);
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
  expect(hasCondition(value)).toBe(true);
});
