import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTemporaryDirectory } from '../../tests/setup/temporary-directory.js';
import { findNearestPath, findPermissionProblem, findWriteProblem } from './write-problem.js';

const directory = createTemporaryDirectory();

describe('a directory that must be writable', () => {
  it('has no problem if it can be created, and only the check of a start creates it', async () => {
    const missingDirectory = join(directory, 'new', 'data');
    expect(await findPermissionProblem(missingDirectory, 'ATLAS_DATA_DIR')).toBeUndefined();
    expect(await readdir(directory)).toEqual([]);
    expect(await findNearestPath(missingDirectory)).toBe(directory);
    expect(await findWriteProblem(missingDirectory, 'ATLAS_DATA_DIR')).toBeUndefined();
    expect(await readdir(directory)).toEqual(['new']);
  });

  it('has a problem if it lies below a file', async () => {
    const file = join(directory, 'file');
    await writeFile(file, '');
    for (const find of [findPermissionProblem, findWriteProblem])
      expect(await find(join(file, 'data'), 'ATLAS_DATA_DIR')).toMatch(
        /^ATLAS_DATA_DIR must lead to a writable directory, but .*\/file\/data is not writable \(.+\)$/,
      );
  });
});
