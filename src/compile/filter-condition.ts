import { isPresent } from './page.js';

/**
 * Whether a filter value restricts a list; `name` is the name of its field. Absent values, null, and input objects without
 * conditions at any depth do not. An empty list of values does: no value is in it. An `or` restricts only if it has
 * alternatives and each of them does.
 */
export function hasCondition(value: unknown, name = ''): boolean {
  if (!isPresent(value)) return false;
  if (name === 'or') return asList(value).length > 0 && asList(value).every((item) => hasCondition(item));
  if (name === 'and') return asList(value).some((item) => hasCondition(item));
  if (typeof value !== 'object' || Array.isArray(value)) return true;
  return Object.entries(asInput(value)).some(([field, part]) => hasCondition(part, field));
}

/**
 * Whether a filter has a condition on the status of the relation that leads to its entities, at least in an alternative
 * of `or`. Its other alternatives then count no refuted relations.
 */
export function mentionsStatus(filter: unknown): boolean {
  const { status, and, or } = asInput(filter);
  const isInAlternative = isPresent(or) && hasCondition(or, 'or') && asList(or).some(mentionsStatus);
  return isPresent(status) || isInAlternative || asList(and).some(mentionsStatus);
}

/** Whether a filter has such a condition in each alternative. */
export function requiresStatus(filter: unknown): boolean {
  const { status, and, or } = asInput(filter);
  const isInEachAlternative = hasCondition(or, 'or') && asList(or).every(requiresStatus);
  return isPresent(status) || isInEachAlternative || asList(and).some(requiresStatus);
}

/** An input object that graphql has coerced. */
export type Input = Readonly<Record<string, unknown>>;

/** Returns the value if it is an object, otherwise an empty one. */
export function asInput(value: unknown): Input {
  return typeof value === 'object' && value !== null ? (value as Input) : {};
}

/** Returns the value if it is a list, otherwise an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
