import type { Cancellation } from '../neo4j/cancellation.js';
import type { RequestId } from '../neo4j/database.js';

/** What a log tells of an operation. */
export interface NotedOperation {
  /** Its name, or the hash of its document where it has none. */
  readonly label: string;
  /** The names of its root fields, and of the fragments that hold others. */
  readonly rootFields: readonly string[];
}

/** The request that a statement is run for. */
export interface Caller {
  /** The request, whose id Neo4j's query log repeats. */
  readonly requestId: RequestId;
  /** When its time is up, in milliseconds of `performance.now()`. */
  readonly deadline: number;
  /** Notes a statement that was wanted, sent and answered for it at these moments of `performance.now()`. */
  noteStatement(wantedAt: number, sentAt: number, answeredAt: number): void;
  /** How many rows its statements have returned. */
  rows: number;
  /** Notes the operation that it executes; its cost is found later, if at all. */
  noteOperation(operation: NotedOperation, told: { readonly cost?: { readonly cost: number } }): void;
  /** Tells that the client has disconnected. */
  readonly cancellation: Cancellation;
}
