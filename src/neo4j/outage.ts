import { AtlasError } from '../errors.js';
import type { Statement } from './database.js';

/** Whether an error says that Neo4j cannot be reached. */
export function isOutage(error: unknown): boolean {
  return error instanceof AtlasError && error.code === 'DATABASE_UNAVAILABLE';
}

/** Neo4j's code after a failed write to the transaction log, such as on a full disk, until it is restarted. */
const needsRestart = 'Neo.DatabaseError.Transaction.TransactionStartFailed';

/** Whether Neo4j no longer takes our password: no connection can be opened until it does. */
export function isRefusal(error: unknown): boolean {
  return error instanceof AtlasError && error.code === 'DATABASE_REFUSED';
}

/** Whether Neo4j did not respond, refused us, or needs a restart; another error response, such as that it is busy, is no outage. */
export function isConnectionLoss(error: unknown): boolean {
  if (isRefusal(error)) return true;
  if (!(error instanceof AtlasError) || !isOutage(error)) return false;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return !code.startsWith('Neo.') || code === needsRestart;
}

/** The error that clients get during an outage; it does not reveal the address of Neo4j. */
export function unavailableError(cause: unknown): AtlasError {
  const message = 'The database cannot be reached at the moment. Try again in a second.';
  return new AtlasError('DATABASE_UNAVAILABLE', message, { cause });
}

/** The error for a statement that exceeds its time limit. */
export function timeoutError({ name }: Statement, timeMs: number): AtlasError {
  const message = `The statement "${name}" took longer than the ${timeMs} ms that it may. Ask for less at once.`;
  return new AtlasError('DATABASE_TIMEOUT', message);
}

/** The error for a probe that Neo4j does not answer. */
export function noResponseError(_statement: Statement, timeMs: number): AtlasError {
  return new AtlasError('DATABASE_UNAVAILABLE', `Neo4j has not answered for ${timeMs} ms.`);
}
