import type { Cancellation } from '../neo4j/cancellation.js';
import type { RequestId } from '../neo4j/database.js';

/** The properties of an operation that are logged. */
export interface LoggedOperation {
  /** Its name, or the hash of its document if it is anonymous. */
  readonly label: string;
  /** The names of its root fields and of the fragments at its root. */
  readonly rootFields: readonly string[];
}

/** The request on whose behalf statements run. */
export interface Caller {
  /** Identifies the request, also in Neo4j's query log. */
  readonly requestId: RequestId;
  /** When the request times out, in milliseconds of `performance.now()`. */
  readonly deadline: number;
  /** Records when a statement was queued, sent and completed, in milliseconds of `performance.now()`. */
  recordStatement(queuedAt: number, sentAt: number, completedAt: number): void;
  /** How many rows its statements have returned. */
  rows: number;
  /** The operation that it executes; undefined until its execution starts. */
  operation: LoggedOperation | undefined;
  /** The extensions of its response: the cost of its operation, as soon as it is computed. */
  extensions: { readonly cost?: { readonly cost: number } };
  /** Cancelled when the client disconnects. */
  readonly cancellation: Cancellation;
}
