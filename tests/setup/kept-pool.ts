import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/paths.js';
import { requestTarget } from './pool-client.js';

const note = join(packageRoot, 'node_modules', '.cache', 'aigc-atlas', 'test-neo4j.url');

/** Saves the URL of a pool that outlives a test run, for later test runs. */
export function noteKeptPool(url: string): void {
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, url);
}

/** Deletes the saved URL. */
export function forgetKeptPool(): void {
  rmSync(note, { force: true });
}

/** Returns the URL of the pool that `npm run test:neo4j` keeps running; undefined if none responds. */
export async function findKeptPool(): Promise<string | undefined> {
  try {
    const url = readFileSync(note, 'utf8');
    await requestTarget(url);
    return url;
  } catch {
    return undefined;
  }
}
