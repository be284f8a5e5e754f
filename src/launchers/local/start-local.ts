import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseTarget } from '../../neo4j/database.js';
import type { RunningNeo4j, Say, LaunchContext } from '../launcher.js';
import { waitUntilOpen } from '../wait-until-open.js';
import { AtlasError } from '../../errors.js';
import { findClassArchive, type ClassArchive } from './class-archive.js';
import { requireSpace } from './disk-space.js';
import { lockFolder, type FolderLock } from '../folder-lock.js';
import { freePort } from './free-port.js';
import { hasDatabase, homeIn, makeFolders, passwordOf, targetAt, writeConf, type Neo4jHome } from './home.js';
import { fetchJars, localVersion } from './jars.js';
import type { LocalNeeds, LocalOptions } from './local-needs.js';
import { startProcess, stopTimeoutMs, type Neo4jProcess } from './neo4j-process.js';
import { endProcess } from '../processes.js';
import { javaFlags } from './settings.js';
import { whyEnded, whyWithoutDatabase } from './why-ended.js';

const storeBytes = 300_000_000;
/** Measured: a restart takes less than 1 MB, and loading the article again 3 MB. */
const restartBytes = 10_000_000;
const timeoutMs = 300_000;

/** Starts Neo4j as a child process and waits until it responds. */
export async function startLocal(
  options: LocalOptions,
  needs: LocalNeeds,
  context: LaunchContext,
): Promise<RunningNeo4j> {
  const home = homeIn(join(options.dataDir, 'neo4j'));
  const throwAway = options.throwAway === true;
  await makeFolders(home);
  await requireSpace(home.folder, hasDatabase(home) ? restartBytes : storeBytes, 'the database');
  const lock = lockFolder(home.folder);
  const letGo = async (): Promise<void> => {
    lock.release();
    if (throwAway) await rm(options.dataDir, { recursive: true, force: true });
  };
  try {
    if (needs.maven !== undefined) await fetchJars(needs.maven, needs.jars, context);
    await stopOrphan(lock, context.say);
    const { child, target, archive } = await startQuickly(home, needs, throwAway ? 'short' : 'long', lock, context);
    return describe(home, child, target, async () => {
      if (archive.isWritten) context.say('Saving an archive of the Java classes of Neo4j, for faster starts (once)');
      await (throwAway ? child.kill() : child.stop());
      if (child.endedAsAsked()) await archive.keep();
      await letGo();
    });
  } catch (error) {
    await letGo();
    throw error;
  }
}

async function stopOrphan({ orphan }: FolderLock, say: Say): Promise<void> {
  if (orphan === undefined) return;
  say(`Stopping the Neo4j (process ${orphan.pid}) that a killed server left running`);
  await endProcess(orphan, stopTimeoutMs);
}

/** Starts Neo4j with the class archive of an earlier start, or without it if Java fails to start with it. */
async function startQuickly(
  home: Neo4jHome,
  needs: LocalNeeds,
  lifetime: 'long' | 'short',
  lock: FolderLock,
  context: LaunchContext,
): Promise<Answering & { archive: ClassArchive }> {
  const archive = await findClassArchive(needs, lifetime);
  const flags = javaFlags(needs.jars, lifetime);
  try {
    return { archive, ...(await startAnswering(home, needs, [...archive.flags, ...flags], lock, context)) };
  } catch (error) {
    if (!archive.isUsed || !(error instanceof AtlasError) || error.code !== 'NO_DATABASE') throw error;
    context.say('Java failed to start with the saved class archive: trying without it');
    await archive.remove();
    return { archive, ...(await startAnswering(home, needs, flags, lock, context)) };
  }
}

interface Answering {
  readonly child: Neo4jProcess;
  readonly target: DatabaseTarget;
}

async function startAnswering(
  home: Neo4jHome,
  { java }: LocalNeeds,
  flags: readonly string[],
  lock: FolderLock,
  { say, signal }: LaunchContext,
): Promise<Answering> {
  const port = await freePort();
  await writeConf(home, port);
  const target = targetAt(`bolt://127.0.0.1:${port}`, await passwordOf(home));
  signal.throwIfAborted();
  say(`Starting Neo4j Community ${localVersion} (data in ${home.folder}, log in ${home.logFile})`);
  const child = await startProcess(home, java, flags);
  lock.noteNeo4j(child.mark, target.uri);
  try {
    await waitUntilOpen(target, timeoutMs, signal, async () =>
      child.hasEnded() ? whyEnded(child.printed(), home) : whyWithoutDatabase(child.noted(), home),
    );
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { child, target };
}

function describe(
  home: Neo4jHome,
  child: Neo4jProcess,
  target: DatabaseTarget,
  release: () => Promise<void>,
): RunningNeo4j {
  let stopping: Promise<void> | undefined;
  return {
    launcher: 'local',
    target,
    description: `Neo4j ${localVersion} as a child process at ${target.uri}, password in ${home.passwordFile}`,
    ended: new Promise((resolve) => {
      void child.ended.then(() => {
        if (stopping === undefined) resolve(`Neo4j has exited unexpectedly; its log is ${home.logFile}`);
      });
    }),
    stop: () => (stopping ??= release()),
  };
}
