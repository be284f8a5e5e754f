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
 * Whether a filter names a status: its own, or one of a filter in its `and` or `or`. Refuted relations do not count in a
 * filter that names none. A status in `not` includes nothing, and an `or` without conditions has no effect.
 */
export function namesStatus(value: unknown): boolean {
  const where = asInput(value);
  return hasOwnStatus(where) || [...asList(where['and']), ...effectiveAlternatives(where)].some(namesStatus);
}

/** Whether every alternative of a filter names a status. */
export function alwaysNamesStatus(value: unknown): boolean {
  const where = asInput(value);
  const alternatives = effectiveAlternatives(where);
  return (
    hasOwnStatus(where) ||
    asList(where['and']).some(alwaysNamesStatus) ||
    (alternatives.length > 0 && alternatives.every(alwaysNamesStatus))
  );
}

function hasOwnStatus(where: Input): boolean {
  return (where['status'] ?? null) !== null;
}

function effectiveAlternatives(where: Input): readonly unknown[] {
  const alternatives = asList(where['or']);
  return alternatives.every(isCondition) ? alternatives : [];
}

// Whether a filter object has a condition, found without its type: an object without fields is none, and neither is an
// `and` or `or` of such objects.
function isCondition(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value !== 'object' || Array.isArray(value)) return true;
  return Object.entries(value).some(([name, part]) => {
    if (name === 'and') return asList(part).some(isCondition);
    if (name === 'or') return asList(part).length > 0 && asList(part).every(isCondition);
    return isCondition(part);
  });
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
