import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/paths.js';

const run = promisify(execFile);
const version = '4.32.5';
const folder = join(packageRoot, 'node_modules', '.cache', 'aigc-atlas', `schemathesis-${version}`);
const program = join(folder, 'bin', 'schemathesis');

/** The program schemathesis, or why there is none. */
export type Schemathesis = { readonly program: string } | { readonly missing: string };

/** Finds the schemathesis that an earlier run installed, or installs it in an environment of its own, from PyPI. */
export async function findSchemathesis(): Promise<Schemathesis> {
  if (await succeeds(program, ['--version'])) return { program };
  if (!(await succeeds('python3', ['-m', 'venv', '--clear', folder]))) {
    return { missing: 'python3 cannot make an environment: it, or its modules venv and ensurepip, are missing' };
  }
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `schemathesis==${version}`];
  if (await succeeds(join(folder, 'bin', 'python'), install)) return { program };
  return { missing: `pip could not install schemathesis ${version}` };
}

async function succeeds(command: string, parameters: string[]): Promise<boolean> {
  return run(command, parameters, { timeout: 180_000 }).then(
    () => true,
    () => false,
  );
}
