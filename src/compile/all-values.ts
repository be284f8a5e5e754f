import { badInput } from '../errors.js';

/** The values of an argument that is a list, all of which count; throws BAD_USER_INPUT where they are more than they may be. */
export function allValues(argument: string, list: unknown, max: number): string[] {
  const values = Array.isArray(list) ? list.map(String) : [];
  if (values.length <= max) return values;
  throw badInput(
    `${argument} may have at most ${max} values, found ${values.length}. Ask for fewer, or for the rest by another request.`,
  );
}

/** The same where a value that is given twice counts once. */
export function distinctValues(argument: string, list: unknown, max: number): string[] {
  return allValues(argument, Array.isArray(list) ? [...new Set(list)] : [], max);
}
