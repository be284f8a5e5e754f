import { badInput } from '../errors.js';

/** Clamps a number to its bounds and truncates it to an integer; returns the default if the value is not a number. */
export function clamp(value: unknown, { min, max, defaultValue }: Bounds): number {
  return typeof value === 'number' ? Math.min(Math.max(Math.trunc(value), min), max) : defaultValue;
}

/** The minimum, maximum and default of a number. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly defaultValue: number;
}

/** Bounds of the page size of every connection. */
export const pageSizes: Bounds = { min: 0, max: 100, defaultValue: 20 };

type Args = Readonly<Record<string, unknown>>;

/** Whether the page is counted from the end of its list; throws BAD_USER_INPUT if `first` and `last` are both given. */
export function isBackwardPage(args: Args): boolean {
  const { first, last } = args;
  if (isPresent(first) && isPresent(last)) {
    throw badInput(
      `first or last must be given, not both; found first: ${String(first)}, last: ${String(last)}. Leave one out.`,
    );
  }
  return isPresent(last);
}

/** The requested page size, clamped to `pageSizes`. */
export function pageSize(args: Args): number {
  return clamp(args['first'] ?? args['last'], pageSizes);
}

/** Whether a value is neither absent nor null. */
export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}
