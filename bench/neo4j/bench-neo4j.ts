import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DatabaseTarget } from '../../src/neo4j/database.js';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import { homeAt, createDirectories, ensurePassword, type Neo4jHome } from '../../src/launchers/local/home.js';
import { fetchJars } from '../../src/launchers/local/jars.js';
import { findLocalRuntime, type LocalOptions } from '../../src/launchers/local/local-runtime.js';
import { spawnNeo4j } from '../../src/launchers/local/neo4j-process.js';
import { buildJavaFlags, buildNeo4jConf } from '../../src/launchers/local/settings.js';
import type { LaunchContext } from '../../src/launchers/launcher.js';
import { shortLivedFlags } from '../../tests/setup/short-lived-flags.js';
import { waitOrKill } from '../../tests/setup/wait-or-kill.js';

const run = promisify(execFile);
const startTimeoutMs = 600_000;
const maxOutputBytes = 1 << 26;

/** The options of the local launcher. */
export interface BenchOptions extends LocalOptions {
  /** Whether Neo4j starts faster and executes queries more slowly. */
  readonly isShortLived?: boolean;
}

/** A stopped Neo4j, exclusive to this run. Bulk import requires it to be stopped. */
export interface BenchNeo4j {
  readonly directory: string;
  /** Runs a `neo4j-admin` command and returns its output. */
  admin(...command: readonly string[]): Promise<string>;
  /** Starts it; `pageCacheMb` replaces the size that the machine's memory allows. */
  start(pageCacheMb?: number): Promise<StartedNeo4j>;
  /** Removes its directory. Call it only after it has stopped. */
  remove(): Promise<void>;
}

/** A running Neo4j. */
export interface StartedNeo4j {
  readonly target: DatabaseTarget;
  readonly pid: number;
  /** Kills it, because its data are not needed any more. */
  stop(): Promise<void>;
  /** Stops it in order, so that its files are complete. */
  close(): Promise<void>;
}

/** Creates the directory of a new Neo4j inside the data directory, or opens the given one. */
export async function createNeo4j(
  options: BenchOptions,
  context: LaunchContext,
  directory?: string,
): Promise<BenchNeo4j> {
  const needs = await findLocalRuntime(options);
  if ('missing' in needs) throw new Error(`The benchmark cannot run its own Neo4j: ${needs.missing}.`);
  if (needs.maven !== undefined) await fetchJars(needs.maven, needs.jars, context);
  const home = homeAt(directory ?? (await mkdtemp(join(options.dataDir, 'neo4j-'))));
  await createDirectories(home);
  const password = await ensurePassword(home);
  const flags = flagsOf(needs.jars, options.isShortLived === true);
  return {
    directory: home.directory,
    admin: (...command) => runAdmin(home, needs.java, flags, command),
    start: (pageCacheMb) => startNeo4j(home, needs.java, { flags, password, pageCacheMb }, context.signal),
    remove: () => rm(home.directory, { recursive: true, force: true }),
  };
}

interface StartSettings {
  readonly flags: readonly string[];
  readonly password: string;
  readonly pageCacheMb: number | undefined;
}

async function startNeo4j(
  home: Neo4jHome,
  java: string,
  { flags, password, pageCacheMb }: StartSettings,
  signal: AbortSignal,
): Promise<StartedNeo4j> {
  const port = await findFreePort();
  await writeFile(join(home.confDirectory, 'neo4j.conf'), withBenchMemory(buildNeo4jConf(port), pageCacheMb));
  const child = await spawnNeo4j(home, java, flags);
  const target = { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password, database: 'neo4j' };
  const kill = await waitOrKill(child, target, { timeoutMs: startTimeoutMs, signal });
  return { target, pid: child.identity.pid, stop: kill, close: () => child.stop() };
}

async function runAdmin(
  home: Neo4jHome,
  java: string,
  flags: readonly string[],
  command: readonly string[],
): Promise<string> {
  await writeFile(join(home.confDirectory, 'neo4j.conf'), withBenchMemory(buildNeo4jConf(0)));
  const { stdout } = await run(java, [...flags, 'org.neo4j.server.startup.Neo4jAdminCommand', ...command], {
    env: { NEO4J_HOME: home.directory, NEO4J_CONF: home.confDirectory },
    maxBuffer: maxOutputBytes,
  });
  return stdout;
}

// The JVM uses the last heap size.
function flagsOf(jars: string, isShortLived: boolean): string[] {
  return [...buildJavaFlags(jars), ...(isShortLived ? shortLivedFlags : []), `-Xmx${memorySizes().heapMb}m`];
}

/** The project's own configuration, with more memory for large graphs. */
function withBenchMemory(conf: string, pageCacheMb = memorySizes().pageCacheMb): string {
  const { heapMb } = memorySizes();
  return conf
    .replace(/^server\.memory\.pagecache\.size=.*$/m, `server.memory.pagecache.size=${pageCacheMb}m`)
    .replace(
      /^dbms\.memory\.transaction\.total\.max=.*$/m,
      `dbms.memory.transaction.total.max=${Math.round(heapMb * 0.75)}m`,
    );
}

function memorySizes(): { heapMb: number; pageCacheMb: number } {
  const totalMb = totalmem() / 1_048_576;
  return { heapMb: Math.round(Math.min(4_096, totalMb / 4)), pageCacheMb: Math.round(Math.min(6_144, totalMb / 4)) };
}
