import { badInput } from '../errors.js';
import { asList } from './filter-condition.js';

/** Returns the values of a list argument; throws BAD_USER_INPUT if there are more than `max`. */
export function readListArgument(argument: string, list: unknown, max: number): string[] {
  return limitList(argument, list, max).map(String);
}

/** Like the above, but returns the values as they are. */
export function limitList(argument: string, list: unknown, max: number): readonly unknown[] {
  const values = asList(list);
  if (values.length <= max) return values;
  throw badInput(
    `${argument} may have at most ${max} values, found ${values.length}. Send fewer, or use several requests.`,
  );
}

/** Like readListArgument(), but returns and counts duplicates once. */
export function readDistinctListArgument(argument: string, list: unknown, max: number): string[] {
  return readListArgument(argument, [...new Set(asList(list))], max);
}
