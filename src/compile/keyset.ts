import Cypher from '@neo4j/cypher-builder';
import { isEnumType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { combineWithAnd, combineWithOr } from './logic.js';
import { degreeOf } from './degree.js';
import { readDirective, type Direction } from './source.js';

/** The arguments of `@sort` on a value of an `…OrderField` enum. */
interface SortDirective {
  readonly property?: string;
  /** The GraphQL type of the property; it ends in an exclamation mark if every entity has the property. */
  readonly type?: string;
  readonly count?: string;
  readonly direction?: Direction;
}

/** Replaces a missing value of each type: it sorts after all other values, as null does in Cypher. */
const missingValues: Readonly<Record<string, string | number>> = {
  String: '\u{10FFFF}',
  Int: 2 ** 31,
  Float: Number.MAX_VALUE,
};

/** A sort key. */
export interface OrderKey {
  /** Its name in cursors and messages. */
  readonly name: string;
  readonly isDescending: boolean;
  readonly type: 'string' | 'number';
  /**
   * The property that it compares, so that Neo4j can use an index; absent if the key must be computed into a column.
   */
  readonly property?: string;
  readonly expression: (item: Cypher.Variable) => Cypher.Expr;
}

/** An item of an `orderBy` argument. */
export interface OrderStep {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/**
 * The keys of an order without duplicates, ending in one that is unique; `order` is its `…OrderField` enum, and
 * `hasSeveralTypes` tells whether the list contains entities of several types.
 */
export function toOrderKeys(
  schema: GraphQLSchema,
  order: GraphQLNamedType | undefined,
  steps: readonly OrderStep[],
  hasSeveralTypes = false,
): OrderKey[] {
  const distinctSteps = steps.filter((step, index) => steps.findIndex(({ field }) => field === step.field) === index);
  const keys = distinctSteps.map(({ field, direction }) => toOrderKey(schema, order, field, direction === 'DESC'));
  const sortKeyIndex = keys.findIndex(({ property }) => property === 'sortKey');
  const uniqueKeys =
    sortKeyIndex >= 0 ? keys.slice(0, sortKeyIndex + 1) : [...keys, createPropertyKey('sortKey', 'sortKey', false)];
  // `sortKey` is unique within a type; entities of different types may have the same name.
  return hasSeveralTypes ? [...uniqueKeys, ...relationOrder] : uniqueKeys;
}

/** The order of relations: by id, which starts with the type. */
export const relationOrder: readonly OrderKey[] = [createPropertyKey('id', 'id', false)];

function toOrderKey(
  schema: GraphQLSchema,
  order: GraphQLNamedType | undefined,
  field: string,
  isDescending: boolean,
): OrderKey {
  const value = isEnumType(order) ? order.getValue(field) : undefined;
  const sort = readDirective<SortDirective>(schema, 'sort', value?.astNode);
  if (sort?.property === undefined) {
    return {
      name: field,
      isDescending,
      type: 'number',
      expression: (node) => degreeOf(node, sort?.count, sort?.direction),
    };
  }
  const { property, type: storedType = 'String!' } = sort;
  const type = storedType.startsWith('String') ? 'string' : 'number';
  const missingValue = missingValues[storedType];
  if (missingValue === undefined) return { ...createPropertyKey(field, property, isDescending), type };
  const missing = new Cypher.Literal(missingValue);
  return { name: field, isDescending, type, expression: (node) => Cypher.coalesce(node.property(property), missing) };
}

function createPropertyKey(name: string, property: string, isDescending: boolean): OrderKey {
  return { name, isDescending, type: 'string', property, expression: (node) => node.property(property) };
}

/** The name of an order in cursors and messages. */
export function formatOrder(keys: readonly OrderKey[]): string {
  return keys.map(({ name, isDescending }) => (isDescending ? `${name} DESC` : name)).join(', ');
}

/** A sort key and the column that contains it. */
export interface KeyColumn extends OrderKey {
  readonly column: Cypher.Expr;
}

/**
 * The keyset predicate: whether a row sorts after the values of its columns, or before them if `isBackward` is set. Rows
 * are compared by the first column, then by the second, and so on.
 */
export function compileKeysetPredicate(
  columns: readonly (KeyColumn & { readonly value: Cypher.Expr })[],
  isBackward: boolean,
): Cypher.Predicate {
  const steps = columns.map(({ isDescending, column, value }, index) =>
    combineWithAnd([
      ...columns.slice(0, index).map((earlier) => Cypher.eq(earlier.column, earlier.value)),
      isDescending === isBackward ? Cypher.gt(column, value) : Cypher.lt(column, value),
    ]),
  );
  return combineWithOr(steps);
}
