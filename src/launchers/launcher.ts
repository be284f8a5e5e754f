import type { DatabaseTarget } from '../neo4j/database.js';

/** The names of the launchers, in the order in which they are tried. */
export const launcherNames = ['uri', 'docker', 'local'] as const;

/** The name of a launcher, as accepted by `ATLAS_NEO4J` and `--neo4j`. */
export type LauncherName = (typeof launcherNames)[number];

/** Prints one line of progress for the user. */
export type ReportLine = (line: string) => void;

/** How a launch reports its progress, and how it is cancelled. */
export interface LaunchContext {
  readonly report: ReportLine;
  /** Cancels the launch and stops what it started. */
  readonly signal: AbortSignal;
  /** Whether to use a Neo4j that another process started in the data directory and may stop; default false. */
  readonly canShare?: boolean;
}

/** A Neo4j that accepts connections. */
export interface RunningNeo4j {
  readonly launcher: LauncherName;
  readonly target: DatabaseTarget;
  /** One line for the user that identifies this Neo4j. */
  readonly description: string;
  /** Resolves with a reason when it exits without `stop`; never for a Neo4j that this process did not start. */
  readonly ended: Promise<string>;
  /** Stops what the launcher started. A Neo4j that was already running keeps running. */
  stop(): Promise<void>;
}

/** A Neo4j that accepts connections, or the reason why a launcher is not available. */
export type LaunchResult = RunningNeo4j | { readonly missing: string };

/** The lifecycle of a Neo4j that this process did not start: it is neither watched nor stopped. */
export const unmanagedLifecycle: Pick<RunningNeo4j, 'ended' | 'stop'> = {
  ended: new Promise<string>(() => undefined),
  stop: async () => undefined,
};
