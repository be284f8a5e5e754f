import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Creates a temporary directory for the tests of a file or suite, and removes it after them. */
export function createTemporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'aigc-atlas-test-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
