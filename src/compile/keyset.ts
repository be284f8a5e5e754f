import Cypher from '@neo4j/cypher-builder';
import { isEnumType, type GraphQLEnumType, type GraphQLSchema } from 'graphql';
import { allHold, anyHolds } from './logic.js';
import { degreeOf } from './degree.js';
import { directive, type Direction } from './source.js';

/** What an enum of orders says of one of its values. */
interface Sort {
  readonly property?: string;
  /** The type of the property, with an exclamation mark where every entity has it. */
  readonly type?: string;
  readonly count?: string;
  readonly direction?: Direction;
}

/** What stands for a missing value of each type: it comes after all others, as null does in Cypher. */
const lastValues: Readonly<Record<string, string | number>> = {
  String: '\u{10FFFF}',
  Int: 2 ** 31,
  Float: Number.MAX_VALUE,
};

/** One key of an order: how it is read from a node and of which type it is. */
export interface OrderKey {
  /** How cursors and messages name it. */
  readonly name: string;
  readonly descending: boolean;
  readonly type: 'string' | 'number';
  /** A property can be compared before it is computed into a column, so that an index serves. */
  readonly property?: string;
  readonly expression: (item: Cypher.Variable) => Cypher.Expr;
}

/** One step of an `orderBy` argument. */
export interface OrderStep {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/**
 * The keys of an order, each once, down to one that no two nodes share; `isMixed` tells that the list holds entities of
 * several types.
 */
export function orderKeys(
  schema: GraphQLSchema,
  order: GraphQLEnumType | undefined,
  steps: readonly OrderStep[],
  isMixed = false,
): OrderKey[] {
  const first = steps.filter((step, index) => steps.findIndex(({ field }) => field === step.field) === index);
  const keys = first.map(({ field, direction }) => orderKey(schema, order, field, direction === 'DESC'));
  const last = keys.findIndex(({ property }) => property === 'sortKey');
  const upToSortKey = last >= 0 ? keys.slice(0, last + 1) : [...keys, propertyKey('sortKey', 'sortKey', false)];
  // Two types may have an entity of the same name each; within one type `sortKey` is unique.
  return isMixed ? [...upToSortKey, ...relationOrder] : upToSortKey;
}

/** The order of relations: by id, so by type first. */
export const relationOrder: readonly OrderKey[] = [propertyKey('id', 'id', false)];

function orderKey(
  schema: GraphQLSchema,
  order: GraphQLEnumType | undefined,
  field: string,
  descending: boolean,
): OrderKey {
  const value = isEnumType(order) ? order.getValue(field) : undefined;
  const sort = directive<Sort>(schema, 'sort', value?.astNode);
  if (sort?.property === undefined) {
    return {
      name: field,
      descending,
      type: 'number',
      expression: (node) => degreeOf(node, sort?.count, sort?.direction),
    };
  }
  const { property, type = 'String!' } = sort;
  const missing = lastValues[type];
  const key = {
    ...propertyKey(field, property, descending),
    type: type.startsWith('String') ? 'string' : 'number',
  } as const;
  if (missing === undefined) return key;
  const { property: _, ...computed } = key;
  return { ...computed, expression: (node) => Cypher.coalesce(node.property(property), new Cypher.Literal(missing)) };
}

function propertyKey(name: string, property: string, descending: boolean): OrderKey {
  return { name, descending, type: 'string', property, expression: (node) => node.property(property) };
}

/** How a list names its order, in cursors and messages. */
export function orderName(keys: readonly OrderKey[]): string {
  return keys.map(({ name, descending }) => (descending ? `${name} DESC` : name)).join(', ');
}

/**
 * Whether a row comes after the given values in the order, or before them when backward: the first key decides, among
 * equals the second, and so on.
 */
export function comesAfter(
  keys: readonly OrderKey[],
  columns: readonly Cypher.Expr[],
  values: readonly Cypher.Expr[],
  backward: boolean,
): Cypher.Predicate {
  const steps = keys.flatMap((key, index) => {
    const column = columns[index];
    const value = values[index];
    if (!column || !value) return [];
    const equal = equals(columns.slice(0, index), values.slice(0, index));
    const behind = key.descending === backward ? Cypher.gt(column, value) : Cypher.lt(column, value);
    return [allHold([...equal, behind])];
  });
  return anyHolds(steps);
}

function equals(columns: readonly Cypher.Expr[], values: readonly Cypher.Expr[]): Cypher.Predicate[] {
  return columns.flatMap((column, index) => {
    const value = values[index];
    return value ? [Cypher.eq(column, value)] : [];
  });
}
