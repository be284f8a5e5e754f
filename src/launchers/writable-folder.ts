import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, errorMessage } from '../shared/caught-error.js';

/** Creates a directory if it does not exist, and writes into it. Returns why that fails; undefined if it succeeds. */
export async function whyUnwritable(folder: string, setting: string): Promise<string | undefined> {
  try {
    await makeFolder(folder);
    await rm(await mkdtemp(join(folder, 'probe-')), { recursive: true });
    return undefined;
  } catch (error) {
    return `${setting} must lead to a writable directory, but ${folder} is not writable (${errorMessage(error)})`;
  }
}

// `mkdir` with `recursive` never returns for a directory such as /proc, in which nothing can be created.
async function makeFolder(folder: string, hasParent = false): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || hasParent) throw error;
    await makeFolder(dirname(folder));
    await makeFolder(folder, true);
  }
}
