import { createBirpc, type BirpcReturn } from 'birpc';
import type { Config } from '../../config.js';
import type { RequestCount } from '../../http/server-group.js';
import type { LauncherName, RunningNeo4j } from '../../launchers/launcher.js';
import type { DatabaseTarget } from '../../neo4j/database.js';

/** Where a worker finds the Neo4j that its primary process has launched or connected to. */
export interface Neo4jAddress {
  readonly launcher: LauncherName;
  readonly target: Omit<DatabaseTarget, 'readPassword'>;
}

/** The functions that the primary process calls in a worker. */
export interface WorkerFunctions {
  /** Connects to a Neo4j, in place of the one before. */
  connect(neo4j: Neo4jAddress): void;
  /** Returns the metrics of the worker as objects. */
  readMetrics(): Promise<object[]>;
  /** Takes back the part of the request limit that the worker does not use, and returns it. */
  takeSpareRequests(): Promise<number>;
}

/** The functions that a worker calls in the primary process. */
export interface PrimaryFunctions {
  /** Returns the settings of the worker, its place among all, from 1, and the Neo4j to use; undefined if none is connected yet. */
  readSettings(): { config: Config; number: number; neo4j: Neo4jAddress | undefined };
  /** Reports that the worker listens, and that its Neo4j responds. */
  reportReady(): void;
  /** Whether all workers have become ready. */
  isReady(): boolean;
  /** Returns the metrics of all workers in the text format of Prometheus. */
  readMetrics(): Promise<string>;
  /** Counts a request of a client against the rate limit. */
  countRequest(client: string): RequestCount;
  /** Adds to the worker's part of the request limit; returns how much, or 0 if all of the limit is in use. */
  leaseRequests(): Promise<number>;
}

/** Calls the functions of the primary process. */
export type PrimaryCalls = BirpcReturn<PrimaryFunctions, WorkerFunctions>;

/** The end of an IPC channel: `process` in a worker, the worker in the primary process. */
interface Channel {
  send?(message: unknown, handle: undefined, onSent: () => void): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** How long a call may take, in milliseconds. */
const callTimeoutMs = 10_000;

/** Connects the functions of this process with those of the process at the other end of a channel. */
export function connectChannel<Remote extends object, Local extends object>(
  functions: Local,
  channel: Channel,
): BirpcReturn<Remote, Local> {
  return createBirpc<Remote, Local>(functions, {
    // Without a callback, a message to a process that has just ended would raise an error event.
    post: (message) => void channel.send?.(message, undefined, () => undefined),
    on: (listener) => void channel.on('message', listener),
    timeout: callTimeoutMs,
  });
}

/** Returns the address of a Neo4j in a form that can be sent to a worker. */
export function addressOfNeo4j({ launcher, target }: RunningNeo4j): Neo4jAddress {
  const { readPassword: _, ...address } = target;
  return { launcher, target: address };
}
