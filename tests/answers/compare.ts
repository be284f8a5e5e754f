import type { ExecutionResult } from 'graphql';
import type { Answer } from '../setup/api.js';
import { cursorMark } from './evaluator/connection.js';

/**
 * Describes the first difference between the expected and the actual response; undefined if they are equal. The server
 * may reject a faulty request even if the evaluator, which finds no entities there, does not reach the faulty value.
 */
export function firstDifference(
  expected: ExecutionResult,
  found: Answer<unknown>,
  isFaulty: boolean,
): string | undefined {
  const [wanted, codes] = [codesOf(expected.errors), codesOf(found.errors)];
  const isRefused = isFaulty && codes.join() === clientError;
  if (!isRefused && wanted.join() !== codes.join()) return differ('errors', wanted, found.errors ?? codes);
  // GraphQL: a response to a rejected request has no data.
  if (expected.errors && !('data' in expected)) return found.data ? differ('data', undefined, found.data) : undefined;
  return difference(expected.data, found.data, 'data', found.errors !== undefined);
}

/** The error code of an invalid request. */
const clientError = 'BAD_USER_INPUT';

// One statement reads a whole root field, so one invalid argument in it may turn more of the field into null.
function difference(expected: unknown, found: unknown, path: string, isCut: boolean): string | undefined {
  if (isCut && (found ?? null) === null) return undefined;
  // Cursors are opaque.
  if (typeof expected === 'string' && expected.startsWith(cursorMark)) {
    return typeof found === 'string' && found !== '' ? undefined : differ(path, 'a cursor', found);
  }
  if (!isObject(expected) || !isObject(found)) return expected === found ? undefined : differ(path, expected, found);
  // GraphQL returns the fields in the order of the selection set.
  const [keys, foundKeys] = [Object.keys(expected), Object.keys(found)];
  if (Array.isArray(expected) !== Array.isArray(found) || keys.join() !== foundKeys.join()) {
    return differ(path, expected, found);
  }
  for (const key of keys) {
    const inner = difference(expected[key], found[key], `${path}.${key}`, isCut);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function differ(path: string, expected: unknown, found: unknown): string {
  return `At ${path} expected ${shown(expected)}\n  found ${shown(found)}`;
}

function shown(value: unknown): string {
  return (value === undefined ? 'nothing' : JSON.stringify(value)).slice(0, 3_000);
}

function codesOf(errors: readonly { readonly extensions: Readonly<Record<string, unknown>> }[] = []): string[] {
  // graphql-js gives no code to invalid arguments and variables; they are the client's error.
  return [...new Set(errors.map(({ extensions }) => String(extensions['code'] ?? clientError)))].toSorted();
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
