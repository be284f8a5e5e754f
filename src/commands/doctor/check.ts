import { AtlasError, type ErrorCode } from '../../errors.js';
import { errorMessage } from '../../shared/caught-error.js';

/** `ok`, or whether `start` would fail (`problem`) or only needs attention (`warning`). */
export type CheckState = 'ok' | 'warning' | 'problem';

/** The result of a check. */
export interface CheckResult {
  readonly state: CheckState;
  /** What was found: versions, paths and sizes, or the message with which `start` would fail. */
  readonly found: string;
  /** What to do; absent if everything is ok, or if the message in `found` says it. */
  readonly advice?: string;
  /** The code of the error with which `start` would fail; absent for other states. */
  readonly code?: ErrorCode;
}

/** A check of `doctor` and its result. */
export interface Check extends CheckResult {
  /** What was checked, such as `Java`. */
  readonly name: string;
}

/** A check that found what `start` needs, or something that it does not need. */
export function passed(found: string): CheckResult {
  return { state: 'ok', found };
}

/** A check that found something with which `start` works, but not as it should. */
export function warned(found: string, advice?: string): CheckResult {
  return { state: 'warning', found, ...(advice === undefined ? {} : { advice }) };
}

/** A check that found the error with which `start` would fail. */
export function failed(error: unknown): CheckResult {
  return {
    state: 'problem',
    found: errorMessage(error),
    ...(error instanceof AtlasError && { code: error.code }),
  };
}

/** Runs a check; an error that it throws becomes its result. */
export async function runCheck(name: string, check: () => Promise<CheckResult> | CheckResult): Promise<Check> {
  try {
    return { name, ...(await check()) };
  } catch (error) {
    return { name, ...failed(error) };
  }
}
