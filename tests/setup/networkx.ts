import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/paths.js';

const execFileAsync = promisify(execFile);
const version = '3.6.1';
const environmentDir = join(packageRoot, 'node_modules', '.cache', 'aigc-atlas', `networkx-${version}`);
const python = join(environmentDir, 'bin', 'python');

/** Path of a Python interpreter with networkx, or the reason why there is none. */
export type Networkx = { readonly python: string } | { readonly missing: string };

/** Finds a Python interpreter with networkx in a virtual environment; creates and caches the environment if needed. */
export async function findNetworkx(): Promise<Networkx> {
  if (await succeeds(python, ['-c', `import networkx; assert networkx.__version__ == "${version}"`])) return { python };
  if (!(await succeeds('python3', ['-c', 'import sys; assert sys.version_info >= (3, 11)']))) {
    return { missing: `networkx ${version} needs a python3 of 3.11 or newer on the PATH` };
  }
  if (!(await succeeds('python3', ['-m', 'venv', '--clear', environmentDir]))) {
    return { missing: 'python3 cannot create a virtual environment: the module venv or ensurepip is missing' };
  }
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `networkx==${version}`];
  if (!(await succeeds(python, install))) return { missing: `pip could not install networkx ${version}` };
  return { python };
}

async function succeeds(command: string, args: string[]): Promise<boolean> {
  return execFileAsync(command, args, { timeout: 120_000 }).then(
    () => true,
    () => false,
  );
}
