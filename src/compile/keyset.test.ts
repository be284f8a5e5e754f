import Cypher from '@neo4j/cypher-builder';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compileKeysetPredicate, toOrderKeys, formatOrder } from './keyset.js';

const schema = buildSchema(`
  directive @sort(property: String, count: String) on ENUM_VALUE
  enum ThingOrderField { OWN @sort(property: "sortKey") NAME @sort(property: "sortName") SIZE @sort }
  type Query { things: Int }
`);
const type = schema.getType('ThingOrderField');
const orderEnum = isEnumType(type) ? type : undefined;

describe('the keys of an order', () => {
  it.each([
    [[], 'sortKey'],
    [['OWN ASC'], 'OWN'],
    [['OWN DESC'], 'OWN DESC'],
    [['NAME ASC'], 'NAME, sortKey'],
    [['SIZE DESC'], 'SIZE DESC, sortKey'],
    [['SIZE ASC', 'NAME DESC'], 'SIZE, NAME DESC, sortKey'],
    [['OWN DESC', 'SIZE ASC'], 'OWN DESC'],
    [['SIZE DESC', 'NAME ASC', 'SIZE ASC'], 'SIZE DESC, NAME, sortKey'],
  ])('for %j end with a unique key: %s', (steps, name) => {
    expect(formatOrder(keysOf(steps))).toBe(name);
  });

  it('are strings for properties and numbers for relation counts', () => {
    expect(keysOf(['SIZE ASC', 'NAME ASC']).map((key) => key.type)).toEqual(['number', 'string', 'string']);
  });
});

describe('the keyset predicate', () => {
  it.each([
    [['OWN ASC'], false, 'a > 1'],
    [['OWN ASC'], true, 'a < 1'],
    [['OWN DESC'], false, 'a < 1'],
    [['OWN DESC'], true, 'a > 1'],
    [['SIZE DESC'], false, '(a < 1 OR (a = 1 AND b > 2))'],
    [['SIZE DESC'], true, '(a > 1 OR (a = 1 AND b < 2))'],
    [['SIZE ASC', 'NAME DESC'], false, '(a > 1 OR (a = 1 AND b < 2) OR (a = 1 AND b = 2 AND c > 3))'],
  ])('for order %j and backward %s is %s', (steps, isBackward, expected) => {
    const columns = keysOf(steps).map((key, index) => ({
      ...key,
      column: new Cypher.NamedVariable(['a', 'b', 'c'][index] ?? ''),
      value: new Cypher.Literal(index + 1),
    }));
    const predicate = compileKeysetPredicate(columns, isBackward);
    const { cypher } = new Cypher.Return([predicate, 'found']).build();
    expect(cypher).toBe(`RETURN ${expected} AS found`);
  });
});

function keysOf(steps: readonly string[]): ReturnType<typeof toOrderKeys> {
  const parsed = steps.map((step) => {
    const [field = '', direction] = step.split(' ');
    return { field, direction: direction === 'DESC' ? ('DESC' as const) : ('ASC' as const) };
  });
  return toOrderKeys(schema, orderEnum, parsed);
}
