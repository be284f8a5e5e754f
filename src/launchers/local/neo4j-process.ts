import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, signal, waitUntilGone, type ProcessMark } from '../processes.js';
import { spawnGuarded } from './guard.js';
import type { Neo4jHome } from './home.js';

/** A Neo4j that runs as a child process. */
export interface Neo4jProcess {
  readonly mark: ProcessMark;
  /** Resolves when it has exited, for any reason. */
  readonly ended: Promise<void>;
  hasEnded(): boolean;
  /** Whether it has exited cleanly, with its store closed. */
  endedAsAsked(): boolean;
  /** Its output since this start. */
  printed(): string;
  /** The contents of its debug log since this start. */
  noted(): string;
  /** Stops it and waits until it has exited. Kills it after `stopTimeoutMs`. */
  stop(): Promise<void>;
  /** Kills it without closing its store. */
  kill(): Promise<void>;
}

/** How long Neo4j may take to close its store before it is killed, in milliseconds. */
export const stopTimeoutMs = 60_000;

const largestLogBytes = 5_000_000;

/** Starts Neo4j in its home directory. Its output goes to its log file. */
export async function startProcess(home: Neo4jHome, java: string, flags: readonly string[]): Promise<Neo4jProcess> {
  keepLogSmall(home.logFile);
  const log = openSync(home.logFile, 'a', 0o600);
  const [printed, noted] = [tail(home.logFile), tail(home.debugLogFile)];
  const entryPoint = ['org.neo4j.server.CommunityEntryPoint', `--home-dir=${home.folder}`];
  const errorFile = `-XX:ErrorFile=${join(home.folder, 'logs', 'java-error-%p.log')}`;
  const command = [java, errorFile, ...flags, ...entryPoint, `--config-dir=${home.confFolder}`, '--console-mode'];
  const { guard, mark } = await spawnGuarded(command, log);
  closeSync(log);
  const hasEnded = (): boolean => guard.exitCode !== null || guard.signalCode !== null;
  const ended = hasEnded() ? Promise.resolve() : once(guard, 'exit').then(() => undefined);
  return {
    mark,
    ended,
    hasEnded,
    endedAsAsked: () => guard.exitCode === 0,
    printed,
    noted,
    async stop() {
      guard.stdin?.end();
      // A guard that was killed cannot forward the signal.
      if (hasEnded()) signal(mark, 'SIGTERM');
      if (!(await waitUntilGone(mark, stopTimeoutMs))) await endProcess(mark, 0);
      await ended;
    },
    async kill() {
      signal(mark, 'SIGKILL');
      await ended;
    },
  };
}

/** Returns a function that reads what was written to a file since this call. */
function tail(file: string): () => string {
  const sizeOf = (): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const start = sizeOf();
  return () => (sizeOf() > start ? readFileSync(file).subarray(start).toString('utf8') : '');
}

function keepLogSmall(file: string): void {
  if (existsSync(file) && statSync(file).size > largestLogBytes) renameSync(file, `${file}.1`);
}
