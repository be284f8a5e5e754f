import { buildSchema, isInputType, type GraphQLInputType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { inputShape } from './shape.js';

const schema = buildSchema(`
  enum OrderDirection { ASC DESC }
  enum ThingOrderField { NAME SIZE }
  enum Kind { A B }
  input TextFilter { eq: String in: [String!] }
  input ThingWhere { and: [ThingWhere!] not: ThingWhere name: TextFilter kind: [Kind!] }
  input ThingOrder { field: ThingOrderField! direction: OrderDirection! = ASC }
  type Query { things(where: ThingWhere, orderBy: [ThingOrder!], within: Boolean, first: Int): Int }
`);

describe('the shape of an input value', () => {
  it.each([
    ['Int', 3, 4],
    ['String', 'a', 'b'],
    ['Kind', 'A', 'B'],
    ['TextFilter', { eq: 'a' }, { eq: 'b' }],
    ['TextFilter', { in: ['a'] }, { in: ['b', 'c', 'd'] }],
    ['ThingWhere', { name: { eq: 'a' }, kind: ['A'] }, { kind: ['A', 'B'], name: { eq: 'b' } }],
    ['ThingWhere', { name: { eq: 'a' } }, { name: { eq: 'a', in: null }, not: null }],
  ])('of type %s is equal for %j and %j', (type, one, other) => {
    expect(inputShape(typeOf(type), one)).toBe(inputShape(typeOf(type), other));
  });

  it.each([
    ['Boolean', true, false],
    ['OrderDirection', 'ASC', 'DESC'],
    ['ThingOrder', { field: 'NAME', direction: 'ASC' }, { field: 'SIZE', direction: 'ASC' }],
    ['TextFilter', { eq: 'a' }, { in: ['a'] }],
    ['ThingWhere', { name: { eq: 'a' } }, { not: { name: { eq: 'a' } } }],
    ['ThingWhere', { and: [{ name: { eq: 'a' } }] }, { and: [{ name: { eq: 'a' } }, { name: { eq: 'b' } }] }],
    ['Int', 3, null],
  ])('of type %s differs between %j and %j', (type, one, other) => {
    expect(inputShape(typeOf(type), one)).not.toBe(inputShape(typeOf(type), other));
  });
});

function typeOf(name: string): GraphQLInputType {
  const type = schema.getType(name);
  if (!isInputType(type)) throw new TypeError(`${name} must be an input type.`);
  return type;
}
