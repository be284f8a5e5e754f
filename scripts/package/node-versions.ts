import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/paths.js';

/** The major versions of Node.js that the server is tested on; the image has the last one, the current LTS. */
export const testedNodeVersions: readonly number[] = [20, 22, 24];

/** Returns the program of a major version of Node.js. Installs it from npm if it is neither running nor installed. */
export function installNode(majorVersion: number): string {
  if (process.versions.node.startsWith(`${majorVersion}.`)) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const directory = join(packageRoot, 'node_modules', '.cache', `node-${majorVersion}`);
  const program = join(directory, 'node_modules', name, 'bin', 'node');
  if (!existsSync(program)) {
    mkdirSync(directory, { recursive: true });
    const options = ['--no-save', '--no-audit', '--no-fund', '--prefer-offline', '--prefix', directory];
    execFileSync('npm', ['install', ...options, `${name}@${majorVersion}`], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return program;
}
