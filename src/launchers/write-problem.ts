import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, errorMessage } from '../shared/caught-error.js';

/** Creates a directory if it does not exist, and writes into it. Returns why that fails; undefined if it succeeds. */
export async function findWriteProblem(directory: string, setting: string): Promise<string | undefined> {
  try {
    await createDirectory(directory);
    await rm(await mkdtemp(join(directory, 'probe-')), { recursive: true });
    return undefined;
  } catch (error) {
    return `${setting} must lead to a writable directory, but ${directory} is not writable (${errorMessage(error)})`;
  }
}

// `mkdir` with `recursive` never returns for a directory such as /proc, in which nothing can be created.
async function createDirectory(directory: string, hasParent = false): Promise<void> {
  try {
    await mkdir(directory, { mode: 0o700 });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || hasParent) throw error;
    await createDirectory(dirname(directory));
    await createDirectory(directory, true);
  }
}
