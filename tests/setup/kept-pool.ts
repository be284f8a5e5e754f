import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/paths.js';
import { requestTarget } from './pool-client.js';

const note = join(packageRoot, 'node_modules', '.cache', 'aigc-atlas', 'test-neo4j.url');

/** Notes the URL of a pool that outlives a test run, for the runs that follow. */
export function noteKeptPool(url: string): void {
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, url);
}

/** Removes the note. */
export function forgetKeptPool(): void {
  rmSync(note, { force: true });
}

/** The URL of the pool that `npm run test:neo4j` keeps up; undefined if none answers. */
export async function findKeptPool(): Promise<string | undefined> {
  try {
    const url = readFileSync(note, 'utf8');
    await requestTarget(url);
    return url;
  } catch {
    return undefined;
  }
}
