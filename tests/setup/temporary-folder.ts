import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Creates a temporary directory for the tests of a file or suite, and removes it after them. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aigc-atlas-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
