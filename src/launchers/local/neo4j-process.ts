import { once } from 'node:events';
import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { terminateProcess, sendSignal, waitForExit } from '../processes.js';
import { spawnGuarded } from './guard.js';
import type { Neo4jHome } from './home.js';

/** A Neo4j that runs as a child process. */
export type Neo4jProcess = Readonly<Awaited<ReturnType<typeof spawnNeo4j>>>;

/** How long Neo4j may take to close its store before it is killed, in milliseconds. */
export const stopTimeoutMs = 60_000;

const maxLogBytes = 5_000_000;

/** Starts Neo4j in its home directory. Its output goes to its log file. */
export async function spawnNeo4j(home: Neo4jHome, java: string, flags: readonly string[]) {
  rotateLargeLog(home.logFile);
  const logDescriptor = openSync(home.logFile, 'a', 0o600);
  const [readOutput, readDebugLog] = [createTailReader(home.logFile), createTailReader(home.debugLogFile)];
  const entryPoint = ['org.neo4j.server.CommunityEntryPoint', `--home-dir=${home.directory}`];
  const errorFile = `-XX:ErrorFile=${join(home.directory, 'logs', 'java-error-%p.log')}`;
  const command = [java, errorFile, ...flags, ...entryPoint, `--config-dir=${home.confDirectory}`, '--console-mode'];
  const { guard, identity } = await spawnGuarded(command, logDescriptor);
  closeSync(logDescriptor);
  const hasEnded = (): boolean => guard.exitCode !== null || guard.signalCode !== null;
  const ended = hasEnded() ? Promise.resolve() : once(guard, 'exit').then(() => undefined);
  return {
    identity,
    /** Resolves when it has exited, for any reason. */
    ended,
    hasEnded,
    /** Whether it has exited cleanly, with its store closed. */
    hasEndedCleanly: () => guard.exitCode === 0,
    /** Its output since this start. */
    readOutput,
    /** The contents of its debug log since this start. */
    readDebugLog,
    /** Stops it and waits until it has exited. Kills it after `stopTimeoutMs`. */
    async stop(): Promise<void> {
      guard.stdin?.end();
      // A guard that was killed cannot forward the signal.
      if (hasEnded()) sendSignal(identity, 'SIGTERM');
      if (!(await waitForExit(identity, stopTimeoutMs))) await terminateProcess(identity, 0);
      await ended;
    },
  };
}

/** Returns a function that reads what was written to a file since this call. */
function createTailReader(file: string): () => string {
  const sizeOf = (): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const startOffset = sizeOf();
  return () => {
    const bytes = Buffer.alloc(Math.max(0, sizeOf() - startOffset));
    if (bytes.length === 0) return '';
    const descriptor = openSync(file, 'r');
    const readBytes = readSync(descriptor, bytes, 0, bytes.length, startOffset);
    closeSync(descriptor);
    return bytes.toString('utf8', 0, readBytes);
  };
}

function rotateLargeLog(file: string): void {
  if (existsSync(file) && statSync(file).size > maxLogBytes) renameSync(file, `${file}.1`);
}
