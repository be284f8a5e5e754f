import type { ExecutionResult } from 'graphql';
import type { GraphqlResponse } from '../setup/api.js';
import { cursorPrefix } from './evaluator/connection.js';

/**
 * Describes the first difference between the expected and the actual response; undefined if they are equal. The server
 * may reject a faulty request even if the evaluator, which finds no entities there, does not reach the faulty value.
 */
export function findFirstDifference(
  expected: ExecutionResult,
  actual: GraphqlResponse<unknown>,
  isFaulty: boolean,
): string | undefined {
  const [expectedCodes, actualCodes] = [codesOf(expected.errors), codesOf(actual.errors)];
  const isRefused = isFaulty && actualCodes.join() === clientError;
  if (!isRefused && expectedCodes.join() !== actualCodes.join())
    return describeDifference('errors', expectedCodes, actual.errors ?? actualCodes);
  // GraphQL: a response to a rejected request has no data.
  if (expected.errors && !('data' in expected))
    return actual.data ? describeDifference('data', undefined, actual.data) : undefined;
  return findDifference(expected.data, actual.data, 'data', actual.errors !== undefined);
}

/** The error code of an invalid request. */
const clientError = 'BAD_USER_INPUT';

// One statement reads a whole root field, so one invalid argument in it may turn more of the field into null.
function findDifference(expected: unknown, actual: unknown, path: string, hasErrors: boolean): string | undefined {
  if (hasErrors && (actual ?? null) === null) return undefined;
  // Cursors are opaque.
  if (typeof expected === 'string' && expected.startsWith(cursorPrefix)) {
    return typeof actual === 'string' && actual !== '' ? undefined : describeDifference(path, 'a cursor', actual);
  }
  if (!isObject(expected) || !isObject(actual))
    return expected === actual ? undefined : describeDifference(path, expected, actual);
  // GraphQL returns the fields in the order of the selection set.
  const [keys, actualKeys] = [Object.keys(expected), Object.keys(actual)];
  if (Array.isArray(expected) !== Array.isArray(actual) || keys.join() !== actualKeys.join()) {
    return describeDifference(path, expected, actual);
  }
  for (const key of keys) {
    const inner = findDifference(expected[key], actual[key], `${path}.${key}`, hasErrors);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function describeDifference(path: string, expected: unknown, actual: unknown): string {
  return `At ${path} expected ${formatValue(expected)}\n  found ${formatValue(actual)}`;
}

function formatValue(value: unknown): string {
  return (value === undefined ? 'nothing' : JSON.stringify(value)).slice(0, 3_000);
}

function codesOf(errors: readonly { readonly extensions: Readonly<Record<string, unknown>> }[] = []): string[] {
  // graphql-js gives no code to invalid arguments and variables; they are the client's error.
  return [...new Set(errors.map(({ extensions }) => String(extensions['code'] ?? clientError)))].toSorted();
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
