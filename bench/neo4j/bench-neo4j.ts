import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DatabaseTarget } from '../../src/neo4j/database.js';
import { freePort } from '../../src/launchers/local/free-port.js';
import { homeIn, makeFolders, passwordOf, type Neo4jHome } from '../../src/launchers/local/home.js';
import { fetchJars } from '../../src/launchers/local/jars.js';
import { findLocalNeeds, type LocalOptions } from '../../src/launchers/local/local-needs.js';
import { startProcess } from '../../src/launchers/local/neo4j-process.js';
import { javaFlags, neo4jConf } from '../../src/launchers/local/settings.js';
import { waitUntilOpen } from '../../src/launchers/wait-until-open.js';
import type { LaunchContext } from '../../src/launchers/launcher.js';

const run = promisify(execFile);
const startPatienceMs = 120_000;
const largestOutput = 1 << 26;

/** A stopped Neo4j, exclusive to this run. Bulk import requires it to be stopped. */
export interface BenchNeo4j {
  readonly folder: string;
  /** Runs a `neo4j-admin` command and returns its output. */
  admin(...command: readonly string[]): Promise<string>;
  start(): Promise<StartedNeo4j>;
  /** Removes its directory. Call it only after it has stopped. */
  remove(): Promise<void>;
}

/** A running Neo4j. */
export interface StartedNeo4j {
  readonly target: DatabaseTarget;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Creates the directory of a new Neo4j inside the data directory. */
export async function makeNeo4j(options: LocalOptions, context: LaunchContext): Promise<BenchNeo4j> {
  const needs = await findLocalNeeds(options);
  if ('missing' in needs) throw new Error(`The benchmark cannot run its own Neo4j: ${needs.missing}.`);
  if (needs.maven !== undefined) await fetchJars(needs.maven, needs.jars, context);
  const home = homeIn(await mkdtemp(join(options.dataDir, 'neo4j-')));
  await makeFolders(home);
  const password = await passwordOf(home);
  const flags = flagsOf(needs.jars, options.throwAway === true);
  return {
    folder: home.folder,
    admin: (...command) => runAdmin(home, needs.java, flags, command),
    start: () => startNeo4j(home, needs.java, flags, password, context.signal),
    remove: () => rm(home.folder, { recursive: true, force: true }),
  };
}

async function startNeo4j(
  home: Neo4jHome,
  java: string,
  flags: readonly string[],
  password: string,
  signal: AbortSignal,
): Promise<StartedNeo4j> {
  const port = await freePort();
  await writeFile(join(home.confFolder, 'neo4j.conf'), forMeasuring(neo4jConf(port)));
  const child = await startProcess(home, java, flags);
  const target = { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password, database: 'neo4j' };
  try {
    await waitUntilOpen(target, startPatienceMs, signal, async () => {
      if (child.hasEnded()) throw new Error(`Neo4j exited during startup:\n${child.printed()}`);
      return undefined;
    });
  } catch (error) {
    await child.kill();
    throw error;
  }
  return { target, pid: child.mark.pid, stop: () => child.kill() };
}

async function runAdmin(
  home: Neo4jHome,
  java: string,
  flags: readonly string[],
  command: readonly string[],
): Promise<string> {
  await writeFile(join(home.confFolder, 'neo4j.conf'), forMeasuring(neo4jConf(0)));
  const { stdout } = await run(java, [...flags, 'org.neo4j.server.startup.Neo4jAdminCommand', ...command], {
    env: { NEO4J_HOME: home.folder, NEO4J_CONF: home.confFolder },
    maxBuffer: largestOutput,
  });
  return stdout;
}

// The JVM uses the last heap size. It must precede the class path, which comes last.
function flagsOf(jars: string, throwAway: boolean): string[] {
  const flags = javaFlags(jars, throwAway ? 'short' : 'long');
  return [...flags.slice(0, -2), `-Xmx${memory().heapMb}m`, ...flags.slice(-2)];
}

/** The project's own configuration, with more memory for large graphs. */
function forMeasuring(conf: string): string {
  const { heapMb, pageCacheMb } = memory();
  return conf
    .replace(/^server\.memory\.pagecache\.size=.*$/m, `server.memory.pagecache.size=${pageCacheMb}m`)
    .replace(
      /^dbms\.memory\.transaction\.total\.max=.*$/m,
      `dbms.memory.transaction.total.max=${Math.round(heapMb * 0.75)}m`,
    );
}

function memory(): { heapMb: number; pageCacheMb: number } {
  const totalMb = totalmem() / 1_048_576;
  return { heapMb: Math.round(Math.min(4_096, totalMb / 4)), pageCacheMb: Math.round(Math.min(6_144, totalMb / 4)) };
}
