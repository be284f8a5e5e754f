import { AtlasError } from '../errors.js';
import type { Statement } from './database.js';

/** Whether an error means that Neo4j cannot be reached. */
export function isOutage(error: unknown): boolean {
  return error instanceof AtlasError && error.code === 'DATABASE_UNAVAILABLE';
}

/**
 * Neo4j's code for all transactions after a failed write to its log, such as on a full disk, until Neo4j is restarted.
 */
const restartRequiredCode = 'Neo.DatabaseError.Transaction.TransactionStartFailed';

/** Whether Neo4j refuses the password, so that no connection can be opened. */
export function isAuthFailure(error: unknown): boolean {
  return error instanceof AtlasError && error.code === 'DATABASE_REFUSED';
}

/**
 * Whether Neo4j does not respond, refuses the password, or must be restarted. Other error responses, such as those of a
 * busy Neo4j, are not connection losses.
 */
export function isConnectionLoss(error: unknown): boolean {
  if (isAuthFailure(error)) return true;
  if (!(error instanceof AtlasError) || !isOutage(error)) return false;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return !code.startsWith('Neo.') || code === restartRequiredCode;
}

/** The error that clients get during an outage; it does not reveal the address of Neo4j. */
export function unavailableError(cause: unknown): AtlasError {
  const message = 'The database cannot be reached at the moment. Try again in a second.';
  return new AtlasError('DATABASE_UNAVAILABLE', message, { cause });
}

/** The error for a statement that exceeds its time limit. */
export function timeoutError({ name }: Statement, timeoutMs: number): AtlasError {
  const message = `The statement "${name}" took longer than its limit of ${timeoutMs} ms. Request less at once.`;
  return new AtlasError('DATABASE_TIMEOUT', message);
}

/** The error for a probe to which Neo4j does not respond. */
export function noResponseError(_statement: Statement, timeoutMs: number): AtlasError {
  return new AtlasError('DATABASE_UNAVAILABLE', `Neo4j has not responded for ${timeoutMs} ms.`);
}
