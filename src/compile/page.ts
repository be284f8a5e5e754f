import { badInput } from '../errors.js';

/** How many nodes a page has where neither `first` nor `last` says. */
export const defaultPageSize = 20;

/** The largest page; a larger size asked for is clamped to it. */
export const maximumPageSize = 100;

type Args = Readonly<Record<string, unknown>>;

/** Whether the page is counted from the end of its list; throws BAD_USER_INPUT where `first` and `last` are both given. */
export function isBackward(args: Args): boolean {
  const { first, last } = args;
  if (given(first) && given(last)) {
    throw badInput(
      `first or last must be given, not both; found first: ${String(first)}, last: ${String(last)}. Leave one out.`,
    );
  }
  return given(last);
}

/** The size of the page asked for, from 0 to the maximum; the default where it is not given. */
export function pageSize(args: Args): number {
  const size = args['first'] ?? args['last'] ?? defaultPageSize;
  return typeof size === 'number' ? Math.min(Math.max(Math.trunc(size), 0), maximumPageSize) : defaultPageSize;
}

/** Whether an argument has a value: absent and null mean the same. */
export function given(value: unknown): boolean {
  return value !== undefined && value !== null;
}
