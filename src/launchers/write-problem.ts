import { access, constants, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, errorMessage } from '../shared/caught-error.js';

/** Creates a directory if it does not exist, and writes into it. Returns why that fails; undefined if it succeeds. */
export async function findWriteProblem(directory: string, setting: string): Promise<string | undefined> {
  try {
    await createDirectory(directory);
    await rm(await mkdtemp(join(directory, 'probe-')), { recursive: true });
    return undefined;
  } catch (error) {
    return notWritable(directory, setting, errorMessage(error));
  }
}

/** Like `findWriteProblem`, but creates nothing: it checks the permissions of the directory or its nearest parent. */
export async function findPermissionProblem(directory: string, setting: string): Promise<string | undefined> {
  try {
    const nearest = await findNearestPath(directory);
    if (!(await stat(nearest)).isDirectory()) return notWritable(directory, setting, `${nearest} is a file`);
    await access(nearest, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return notWritable(directory, setting, errorMessage(error));
  }
}

/** Returns the path itself, or its nearest parent that exists. */
export async function findNearestPath(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) throw error;
    return findNearestPath(dirname(path));
  }
}

function notWritable(directory: string, setting: string, reason: string): string {
  return `${setting} must lead to a writable directory, but ${directory} is not writable (${reason})`;
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
