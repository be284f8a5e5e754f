import { existsSync, statSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Runs slow test files first, so that none of them runs alone at the end while the other workers are idle. */
export class SlowTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankedFiles = files.map((file) => ({
      file,
      rank: rankOf(file.moduleId),
      bytes: statSync(file.moduleId).size,
    }));
    return rankedFiles.toSorted((a, b) => a.rank - b.rank || a.bytes - b.bytes).map(({ file }) => file);
  }
}

/** Ranks files with a long variant first, since they are short but slow; then tests of the server; then unit tests. */
function rankOf(file: string): number {
  if (file.endsWith('.long.test.ts') || existsSync(file.replace(/\.test\.ts$/, '.long.test.ts'))) return 0;
  return file.includes('/tests/') ? 1 : 2;
}
