import type { DatabaseTarget } from '../neo4j/database.js';

/** The launchers that can provide a Neo4j, in the order in which they are tried. */
export const launcherNames = ['uri', 'docker', 'local'] as const;

/** The name of a launcher, as `ATLAS_NEO4J` and `--neo4j` take it. */
export type LauncherName = (typeof launcherNames)[number];

/** Prints one line of progress for the person who waits. */
export type Say = (line: string) => void;

/** How a context reports its progress, and how it is cancelled. */
export interface LaunchContext {
  readonly say: Say;
  /** Cancels the context: what it has started is stopped. */
  readonly signal: AbortSignal;
  /** Whether a Neo4j will do that another process has started in the data folder and may stop; default false. */
  readonly canShare?: boolean;
}

/** A Neo4j that accepts connections, and how to release it. */
export interface RunningNeo4j {
  readonly launcher: LauncherName;
  readonly target: DatabaseTarget;
  /** One line for the person who started it: which Neo4j this is, and where it keeps its data. */
  readonly description: string;
  /** Resolves with a reason when it ends although nobody stopped it; never for a Neo4j that we did not start. */
  readonly ended: Promise<string>;
  /** Stops what the launcher started; a Neo4j that ran before is left alone. */
  stop(): Promise<void>;
}

/** How a Neo4j that we did not start ends: we do not watch its process, and leave it running. */
export const leftRunning: Pick<RunningNeo4j, 'ended' | 'stop'> = {
  ended: new Promise<string>(() => undefined),
  stop: async () => undefined,
};
