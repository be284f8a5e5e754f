import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/paths.js';
import { requestTarget } from './pool-client.js';

const urlFile = join(packageRoot, 'node_modules', '.cache', 'aigc-atlas', 'test-neo4j.url');

/** Saves the URL of a pool that outlives a test run, for later test runs. */
export function savePoolUrl(url: string): void {
  mkdirSync(dirname(urlFile), { recursive: true });
  writeFileSync(urlFile, url);
}

/** Deletes the saved URL. */
export function deletePoolUrl(): void {
  rmSync(urlFile, { force: true });
}

/** Returns the URL of the pool that `npm run test:neo4j` keeps running; undefined if none responds. */
export async function findPersistentPool(): Promise<string | undefined> {
  try {
    const url = readFileSync(urlFile, 'utf8');
    await requestTarget(url);
    return url;
  } catch {
    return undefined;
  }
}
