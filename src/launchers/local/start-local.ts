import { join } from 'node:path';
import type { DatabaseTarget } from '../../neo4j/database.js';
import type { LaunchContext, LaunchResult, ReportLine, RunningNeo4j } from '../launcher.js';
import { waitUntilOpen } from '../wait-until-open.js';
import { AtlasError } from '../../errors.js';
import { attachToRunning } from './attach-to-running.js';
import { findClassArchive, type ClassArchive } from './class-archive.js';
import { requireSpace } from './disk-space.js';
import { lockDirectory, type DirectoryLock } from '../directory-lock.js';
import { findFreePort } from './free-port.js';
import { hasDatabase, homeAt, createDirectories, ensurePassword, targetAt, writeConf, type Neo4jHome } from './home.js';
import { fetchJars, localVersion } from './jars.js';
import { findLocalRuntime, type LocalOptions, type LocalRuntime } from './local-runtime.js';
import { spawnNeo4j, stopTimeoutMs, type Neo4jProcess } from './neo4j-process.js';
import { terminateProcess } from '../processes.js';
import { buildJavaFlags } from './settings.js';
import { startupErrorOf, databaseErrorOf } from './startup-errors.js';

const newStoreBytes = 300_000_000;
/** Measured: a restart takes less than 1 MB, and loading the article again 3 MB. */
const restartBytes = 10_000_000;
const startTimeoutMs = 300_000;

/** Uses a shared Neo4j, or starts one as a child process and waits until it responds. Otherwise returns what is missing. */
export async function startLocal(options: LocalOptions, context: LaunchContext): Promise<LaunchResult> {
  const running = context.canShare === true ? await attachToRunning(options.dataDir, context.signal) : undefined;
  if (running !== undefined) return running;
  const runtime = await findLocalRuntime(options);
  if ('missing' in runtime) return runtime;
  const home = homeAt(join(options.dataDir, 'neo4j'));
  await createDirectories(home);
  await requireSpace(home.directory, storeBytesFor(home), 'the database');
  const lock = lockDirectory(home.directory);
  try {
    if (runtime.maven !== undefined) await fetchJars(runtime.maven, runtime.jars, context);
    await stopOrphan(lock, context.report);
    const { child, target, archive } = await startChild(home, runtime, lock, context);
    return toRunningNeo4j(home, child, target, async () => {
      if (archive.isWritten) context.report('Saving an archive of the Java classes of Neo4j, for faster starts (once)');
      await child.stop();
      if (child.hasEndedCleanly()) await archive.publish();
      lock.release();
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The disk space that a start needs for the database. */
export function storeBytesFor(home: Neo4jHome): number {
  return hasDatabase(home) ? restartBytes : newStoreBytes;
}

async function stopOrphan({ orphan }: DirectoryLock, report: ReportLine): Promise<void> {
  if (orphan === undefined) return;
  report(`Stopping the Neo4j (process ${orphan.pid}) that a killed server left running`);
  await terminateProcess(orphan, stopTimeoutMs);
}

/** Starts Neo4j with the class archive of an earlier start, or without it if Java fails to start with it. */
async function startChild(
  home: Neo4jHome,
  runtime: LocalRuntime,
  lock: DirectoryLock,
  context: LaunchContext,
): Promise<{ child: Neo4jProcess; target: DatabaseTarget; archive: ClassArchive }> {
  const archive = await findClassArchive(runtime);
  const flags = buildJavaFlags(runtime.jars);
  try {
    return { archive, ...(await startAndWait(home, runtime, [...archive.flags, ...flags], lock, context)) };
  } catch (error) {
    if (!archive.isUsed || !(error instanceof AtlasError) || error.code !== 'NO_DATABASE') throw error;
    context.report('Java failed to start with the saved class archive: trying without it');
    await archive.remove();
    return { archive, ...(await startAndWait(home, runtime, flags, lock, context)) };
  }
}

async function startAndWait(
  home: Neo4jHome,
  { java }: LocalRuntime,
  flags: readonly string[],
  lock: DirectoryLock,
  { report, signal }: LaunchContext,
): Promise<{ child: Neo4jProcess; target: DatabaseTarget }> {
  const port = await findFreePort();
  await writeConf(home, port);
  const target = targetAt(`bolt://127.0.0.1:${port}`, await ensurePassword(home));
  signal.throwIfAborted();
  report(`Starting Neo4j Community ${localVersion} (data in ${home.directory}, log in ${home.logFile})`);
  const child = await spawnNeo4j(home, java, flags);
  lock.recordNeo4j(child.identity, target.uri);
  try {
    await waitUntilOpen(target, startTimeoutMs, signal, async () =>
      child.hasEnded() ? startupErrorOf(child.readOutput(), home) : databaseErrorOf(child.readDebugLog(), home),
    );
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { child, target };
}

function toRunningNeo4j(
  home: Neo4jHome,
  child: Neo4jProcess,
  target: DatabaseTarget,
  stopChild: () => Promise<void>,
): RunningNeo4j {
  let stopPromise: Promise<void> | undefined;
  return {
    launcher: 'local',
    target,
    description: `Neo4j ${localVersion} as a child process at ${target.uri}, password in ${home.passwordFile}`,
    ended: new Promise((resolve) => {
      void child.ended.then(() => {
        if (stopPromise === undefined) resolve(`Neo4j has exited unexpectedly; its log is ${home.logFile}`);
      });
    }),
    stop: () => (stopPromise ??= stopChild()),
  };
}
