import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, errorMessage } from '../shared/caught-error.js';

/** Makes the folder unless it is there, and writes into it; says in one sentence why that fails. */
export async function whyUnwritable(folder: string, setting: string): Promise<string | undefined> {
  try {
    await makeFolder(folder);
    await rm(await mkdtemp(join(folder, 'probe-')), { recursive: true });
    return undefined;
  } catch (error) {
    return `${setting} must lead to a folder that can be written to, but ${folder} is none (${errorMessage(error)})`;
  }
}

// Node's own `recursive` never comes back from a folder such as /proc, in which nothing can be made.
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
