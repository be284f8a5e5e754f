import { badInput } from '../errors.js';

/** Clamps a number to its bounds and truncates it to an integer; returns the default if the value is not a number. */
export function clamp(value: unknown, { least, most, otherwise }: Bounds): number {
  return typeof value === 'number' ? Math.min(Math.max(Math.trunc(value), least), most) : otherwise;
}

/** The minimum, maximum and default of a number. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
}

/** Bounds of the page size of every connection. */
export const pageSizes: Bounds = { least: 0, most: 100, otherwise: 20 };

type Args = Readonly<Record<string, unknown>>;

/** Whether the page is counted from the end of its list; throws BAD_USER_INPUT if `first` and `last` are both given. */
export function isBackward(args: Args): boolean {
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
