import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/paths.js';

const execFileAsync = promisify(execFile);
const version = '4.32.5';
const environmentDir = join(packageRoot, 'node_modules', '.cache', 'aigc-atlas', `schemathesis-${version}`);
const program = join(environmentDir, 'bin', 'schemathesis');

/** Path of the schemathesis program, or the reason why there is none. */
export type Schemathesis = { readonly program: string } | { readonly missing: string };

/** Finds schemathesis in a virtual environment; creates and caches the environment if needed. */
export async function findSchemathesis(): Promise<Schemathesis> {
  if (await succeeds(program, ['--version'])) return { program };
  if (!(await succeeds('python3', ['-m', 'venv', '--clear', environmentDir]))) {
    return {
      missing: 'python3 cannot create a virtual environment: python3 or its module venv or ensurepip is missing',
    };
  }
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `schemathesis==${version}`];
  if (await succeeds(join(environmentDir, 'bin', 'python'), install)) return { program };
  return { missing: `pip could not install schemathesis ${version}` };
}

async function succeeds(command: string, args: string[]): Promise<boolean> {
  return execFileAsync(command, args, { timeout: 180_000 }).then(
    () => true,
    () => false,
  );
}
