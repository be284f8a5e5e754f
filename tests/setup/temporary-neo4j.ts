import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchContext, RunningNeo4j } from '../../src/launchers/launcher.js';
import { findClassArchive } from '../../src/launchers/local/class-archive.js';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import {
  createDirectories,
  ensurePassword,
  homeAt,
  targetAt,
  writeConf,
  type Neo4jHome,
} from '../../src/launchers/local/home.js';
import { fetchJars } from '../../src/launchers/local/jars.js';
import { findLocalRuntime, type LocalOptions, type LocalRuntime } from '../../src/launchers/local/local-runtime.js';
import { spawnNeo4j } from '../../src/launchers/local/neo4j-process.js';
import { buildJavaFlags } from '../../src/launchers/local/settings.js';
import { shortLivedFlags } from './short-lived-flags.js';
import { waitOrKill } from './wait-or-kill.js';

/** A Neo4j that belongs to the tests. */
export type TestNeo4j = Pick<RunningNeo4j, 'target' | 'stop'>;

const startTimeoutMs = 300_000;

/** Starts a Neo4j with an empty database in a temporary directory, which is removed when it stops. */
export async function startTemporaryNeo4j(
  options: Pick<LocalOptions, 'cacheDir' | 'javaHome'>,
  context: LaunchContext,
): Promise<TestNeo4j> {
  const runtime = await findLocalRuntime({ ...options, dataDir: tmpdir() });
  if ('missing' in runtime) throw new Error(`A temporary Neo4j cannot be started: ${runtime.missing}.`);
  if (runtime.maven !== undefined) await fetchJars(runtime.maven, runtime.jars, context);
  const home = homeAt(await mkdtemp(join(tmpdir(), 'aigc-atlas-')));
  const remove = (): Promise<void> => rm(home.directory, { recursive: true, force: true });
  try {
    context.report(`Starting a temporary Neo4j in ${home.directory}`);
    const { target, kill } = await startIn(home, runtime, context.signal);
    return { target, stop: () => kill().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function startIn(home: Neo4jHome, runtime: LocalRuntime, signal: AbortSignal) {
  await createDirectories(home);
  const port = await findFreePort();
  await writeConf(home, port);
  const target = targetAt(`bolt://127.0.0.1:${port}`, await ensurePassword(home));
  const archive = await findClassArchive(runtime);
  const archiveFlags = archive.isUsed ? archive.flags : [];
  const child = await spawnNeo4j(home, runtime.java, [
    ...archiveFlags,
    ...buildJavaFlags(runtime.jars),
    ...shortLivedFlags,
  ]);
  return { target, kill: await waitOrKill(child, target, { timeoutMs: startTimeoutMs, signal }) };
}
