import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { packageRoot } from '../../paths.js';
import { requireSpace } from './disk-space.js';
import { isRunning, markOf } from '../processes.js';
import { runMaven } from './maven.js';
import type { LaunchContext } from '../launcher.js';

/** The release that runs as a child process, as `maven/pom.xml` pins it. */
export const localVersion = '5.26.30';

const pom = join(packageRoot, 'maven', 'pom.xml');
const jarsAndTheirDownloadBytes = 400_000_000;

/** The folder of Neo4j's jars in the cache, whether or not it is there already. */
export async function jarFolder(cacheDir: string): Promise<string> {
  // The digest makes a changed pom.xml a new folder, so that an old cache is never taken for the new set.
  const digest = createHash('sha256')
    .update(await readFile(pom))
    .digest('hex')
    .slice(0, 8);
  return join(cacheDir, `neo4j-${localVersion}-${digest}`);
}

/** Whether the jars are in the cache: a folder of that name only ever appears complete. */
export function hasJars(folder: string): boolean {
  return existsSync(folder);
}

/** Has Maven bring the jars into the folder, which appears all at once or not at all. */
export async function fetchJars(maven: string, folder: string, context: LaunchContext): Promise<void> {
  const cacheDir = join(folder, '..');
  await mkdir(cacheDir, { recursive: true });
  await requireSpace(cacheDir, jarsAndTheirDownloadBytes, 'the jars of Neo4j');
  await removeAbandoned(cacheDir);
  context.say(`Fetching Neo4j Community ${localVersion} with Maven into ${cacheDir} (once, about 125 MB)`);
  const partial = await mkdtemp(join(cacheDir, `partial-${process.pid}-`));
  try {
    await runMaven(maven, pom, partial, context);
    await publish(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function publish(partial: string, folder: string): Promise<void> {
  const jars = await readdir(partial);
  if (!jars.includes(`neo4j-server-${localVersion}.jar`)) {
    throw new Error(`Maven ended well, but neo4j-server-${localVersion}.jar is not among its ${jars.length} jars.`);
  }
  try {
    await rename(partial, folder);
  } catch (error) {
    // Another process was quicker: its folder is as complete as ours.
    if (!hasJars(folder)) throw error;
  }
}

/** Removes what a process that was killed before its work was whole has left behind. */
export async function removeAbandoned(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    const pid = /^partial-(\d+)-/.exec(basename(name))?.[1];
    const owner = pid === undefined ? undefined : markOf(Number(pid));
    if (pid !== undefined && (owner === undefined || !isRunning(owner))) {
      await rm(join(cacheDir, name), { recursive: true, force: true });
    }
  }
}
