import { existsSync, statSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Has the files that take long begin first, so that no worker is left alone with one of them at the end. */
export class HeavyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const weighed = files.map((file) => ({ file, rank: rankOf(file.moduleId), bytes: statSync(file.moduleId).size }));
    return weighed.toSorted((a, b) => a.rank - b.rank || a.bytes - b.bytes).map(({ file }) => file);
  }
}

/** Files with a long form first; they hold little themselves but run much. Then what needs the server, then the rest. */
function rankOf(file: string): number {
  if (file.endsWith('.long.test.ts') || existsSync(file.replace(/\.test\.ts$/, '.long.test.ts'))) return 0;
  return file.includes('/tests/') ? 1 : 2;
}
