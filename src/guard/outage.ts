import { AtlasError } from '../errors.js';
import type { Statement } from '../neo4j/database.js';

/** Whether an error says that Neo4j itself cannot be reached. */
export function isOutage(error: unknown): boolean {
  return error instanceof AtlasError && error.code === 'DATABASE_UNAVAILABLE';
}

/** How a database answers that has given up, such as after a write to a full disk, until it is started again. */
const givenUp = 'Neo.DatabaseError.Transaction.TransactionStartFailed';

/** Whether Neo4j did not even answer, or answers that it has given up; what it answers, such as that it is busy, is no outage. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof AtlasError) || !isOutage(error)) return false;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return !code.startsWith('Neo.') || code === givenUp;
}

/** What clients hear of an outage: nothing of where Neo4j is. */
export function unreachable(cause: unknown): AtlasError {
  return new AtlasError(
    'DATABASE_UNAVAILABLE',
    'The database cannot be reached at the moment. Try again in a second.',
    {
      cause,
    },
  );
}

/** A statement took longer than it may. */
export function overdue({ name }: Statement, timeMs: number): AtlasError {
  const message = `The statement "${name}" took longer than the ${timeMs} ms that it may. Ask for less at once.`;
  return new AtlasError('DATABASE_TIMEOUT', message);
}

/** Even the smallest of statements was not answered. */
export function silent(_statement: Statement, timeMs: number): AtlasError {
  return new AtlasError('DATABASE_UNAVAILABLE', `Neo4j has not answered for ${timeMs} ms.`);
}
