import { getNullableType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';

/**
 * Whether a filter's value asks for anything. Rules:
 * - What is absent or null is no condition.
 * - A plain value and a list of plain values are one. An empty list of values, too: nothing is one of none.
 * - An input object is one where any of its fields is, at whatever depth.
 * - `and` is one where any of its items is: items without a condition hold for all.
 * - `or` is one where all of its items are: an item without a condition holds for all, and so does the whole.
 *   Without items it asks for nothing.
 */
export function hasCondition(type: GraphQLInputType, value: unknown, field?: string): boolean {
  if (value === undefined || value === null) return false;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = getNullableType(nullable.ofType);
    if (!isInputObjectType(item)) return true;
    const held = asList(value).map((one) => hasCondition(item, one));
    return field === 'or' ? held.length > 0 && held.every(Boolean) : held.some(Boolean);
  }
  if (!isInputObjectType(nullable)) return true;
  const input = asInput(value);
  return Object.values(nullable.getFields()).some((inner) => hasCondition(inner.type, input[inner.name], inner.name));
}

/** An input object as graphql has coerced it. */
export type Input = Readonly<Record<string, unknown>>;

/** An input object; empty where the value is none. */
export function asInput(value: unknown): Input {
  return typeof value === 'object' && value !== null ? (value as Input) : {};
}

/** A list; empty where the value is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
