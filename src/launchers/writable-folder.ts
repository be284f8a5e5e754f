import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Makes the folder unless it is there, and writes into it; says in one sentence why that fails. */
export async function whyUnwritable(folder: string, setting: string): Promise<string | undefined> {
  try {
    await makeFolder(folder);
    await rm(await mkdtemp(join(folder, 'probe-')), { recursive: true });
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `${setting} must lead to a folder that can be written to, but ${folder} is none (${reason})`;
  }
}

// Node's own `recursive` never comes back from a folder such as /proc, in which nothing can be made.
async function makeFolder(folder: string, hasParent = false): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || hasParent) throw error;
    await makeFolder(dirname(folder));
    await makeFolder(folder, true);
  }
}
