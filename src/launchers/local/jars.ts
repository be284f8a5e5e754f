import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { packageRoot } from '../../paths.js';
import { requireSpace } from './disk-space.js';
import { identifyProcess } from '../processes.js';
import { runMaven } from './maven.js';
import type { LaunchContext } from '../launcher.js';

/** The Neo4j version that runs as a child process, as pinned in `maven/pom.xml`. */
export const localVersion = '5.26.30';

const pom = join(packageRoot, 'maven', 'pom.xml');
/** The disk space that the download of the jars needs. */
export const jarBytes = 400_000_000;

/** The directory of Neo4j's jars in the cache. It may not exist yet. */
export async function jarDirectoryIn(cacheDir: string): Promise<string> {
  // A changed pom.xml gets another directory, so that jars cached for an old one are never used.
  const digest = createHash('sha256')
    .update(await readFile(pom))
    .digest('hex')
    .slice(0, 8);
  return join(cacheDir, `neo4j-${localVersion}-${digest}`);
}

/** Whether the jars are in the cache. The directory only exists when it is complete. */
export function hasJars(directory: string): boolean {
  return existsSync(directory);
}

/** Downloads the jars with Maven. The directory appears atomically, when it is complete. */
export async function fetchJars(maven: string, directory: string, context: LaunchContext): Promise<void> {
  const cacheDir = join(directory, '..');
  await mkdir(cacheDir, { recursive: true });
  await requireSpace(cacheDir, jarBytes, 'the jars of Neo4j');
  await removeAbandonedFiles(cacheDir);
  context.report(`Fetching Neo4j Community ${localVersion} with Maven into ${cacheDir} (once, about 125 MB)`);
  const partialDirectory = await mkdtemp(join(cacheDir, `partial-${process.pid}-`));
  try {
    await runMaven(maven, pom, partialDirectory, context);
    await publishJars(partialDirectory, directory);
  } finally {
    await rm(partialDirectory, { recursive: true, force: true });
  }
}

async function publishJars(partialDirectory: string, directory: string): Promise<void> {
  const jars = await readdir(partialDirectory);
  if (!jars.includes(`neo4j-server-${localVersion}.jar`)) {
    throw new Error(
      `Expected neo4j-server-${localVersion}.jar among the jars from Maven; found ${jars.length} other jars.`,
    );
  }
  try {
    await rename(partialDirectory, directory);
  } catch (error) {
    // Another process published the same jars first.
    if (!hasJars(directory)) throw error;
  }
}

/** Removes the partial files of processes that no longer run. */
export async function removeAbandonedFiles(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    const pid = /^partial-(\d+)-/.exec(basename(name))?.[1];
    if (pid !== undefined && identifyProcess(Number(pid)) === undefined) {
      await rm(join(cacheDir, name), { recursive: true, force: true });
    }
  }
}
