import { AtlasError } from '../errors.js';

/** How many milliseconds a statement may take for a request to be answered in time; fails where none are left. */
export function timeLeft(name: string, deadline: number): number {
  const left = Math.floor(deadline - performance.now());
  if (left > 0) return left;
  throw new AtlasError('DATABASE_TIMEOUT', `No time was left for the statement "${name}". Try again in a second.`);
}
