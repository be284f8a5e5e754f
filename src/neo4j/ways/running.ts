import type { DatabaseTarget } from '../database.js';

/** The three ways to come by a Neo4j, in the order in which they are tried. */
export const ways = ['uri', 'docker', 'local'] as const;

/** One of the three ways to come by a Neo4j. */
export type Way = (typeof ways)[number];

/** Receives one line of what is being done, for the person who waits. */
export type Say = (line: string) => void;

/** What goes along with a start that may take a while. */
export interface Starting {
  readonly say: Say;
  /** Aborted when the start is no longer wanted: what has been started by then is stopped. */
  readonly signal: AbortSignal;
}

/** A Neo4j that answers, and how to let go of it. */
export interface RunningNeo4j {
  readonly way: Way;
  readonly target: DatabaseTarget;
  /** Why this one, and where it keeps things: one line for the person who started it. */
  readonly description: string;
  /** Resolves with a reason when it ends without having been asked to; never for a Neo4j that is not ours. */
  readonly ended: Promise<string>;
  /** Stops what was started for us; a Neo4j that was there before is left alone. */
  stop(): Promise<void>;
}

/** The `ended` of a Neo4j whose process is not ours to watch. */
export const neverEnds = new Promise<string>(() => undefined);
