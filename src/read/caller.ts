import type { Cancellation } from '../neo4j/cancellation.js';

/** On whose behalf something is read. */
export interface Caller {
  /** The request's id, to be found again in Neo4j's own log. */
  readonly requestId: string;
  /** By when it must have an answer, in milliseconds of `performance.now()`. */
  readonly deadline: number;
  /** Tells that the client has gone. */
  readonly cancellation: Cancellation;
}
