import { getNullableType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';

/**
 * Whether a filter's value has a condition, without which the filter matches everything. Rules:
 * - An absent value and null are no condition.
 * - A plain value and a list of plain values are conditions. So is an empty list, which matches nothing.
 * - An input object is a condition if any of its fields is, at any depth.
 * - `and` is a condition if any of its items is; items without a condition match everything.
 * - `or` is a condition if it has items and all of them are; an item without a condition makes `or` match everything.
 */
export function hasCondition(type: GraphQLInputType, value: unknown, field?: string): boolean {
  if (value === undefined || value === null) return false;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = getNullableType(nullable.ofType);
    if (!isInputObjectType(item)) return true;
    const itemConditions = asList(value).map((one) => hasCondition(item, one));
    return field === 'or' ? itemConditions.length > 0 && itemConditions.every(Boolean) : itemConditions.some(Boolean);
  }
  if (!isInputObjectType(nullable)) return true;
  const input = asInput(value);
  return Object.values(nullable.getFields()).some((nested) =>
    hasCondition(nested.type, input[nested.name], nested.name),
  );
}

/**
 * Whether a filter has a condition on the status of the relation that leads to the entity: its own, or one of a filter
 * in its `and`, `or` or `not`. Without one, refuted relations do not count; with one, it alone decides.
 */
export function restrictsStatus(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  const where = asInput(value);
  if ((where['status'] ?? null) !== null) return true;
  return [...asList(where['and']), ...asList(where['or']), where['not']].some(restrictsStatus);
}

/** An input object that graphql-js has coerced. */
export type Input = Readonly<Record<string, unknown>>;

/** Returns the value if it is an object, otherwise an empty one. */
export function asInput(value: unknown): Input {
  return typeof value === 'object' && value !== null ? (value as Input) : {};
}

/** Returns the value if it is a list, otherwise an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
