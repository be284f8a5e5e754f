import { badInput } from '../errors.js';

/** A whole number between two bounds: the default where none is given, the nearest bound where it lies outside. */
export function clamp(value: unknown, { least, most, otherwise }: Bounds): number {
  return typeof value === 'number' ? Math.min(Math.max(Math.trunc(value), least), most) : otherwise;
}

/** The least and most that a number may be, and what it is where nothing is given. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
}

/** How many nodes a page has: a size outside of the bounds is clamped to them. */
export const pageSizes: Bounds = { least: 0, most: 100, otherwise: 20 };

type Args = Readonly<Record<string, unknown>>;

/** Whether the page is counted from the end of its list; throws BAD_USER_INPUT where `first` and `last` are both given. */
export function isBackward(args: Args): boolean {
  const { first, last } = args;
  if (isPresent(first) && isPresent(last)) {
    throw badInput(
      `first or last must be given, not both; found first: ${String(first)}, last: ${String(last)}. Leave one out.`,
    );
  }
  return isPresent(last);
}

/** The size of the page asked for, from 0 to the maximum; the default where it is not given. */
export function pageSize(args: Args): number {
  return clamp(args['first'] ?? args['last'], pageSizes);
}

/** Whether a value is neither absent nor null. */
export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}
