import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { createTemporaryDirectory } from './temporary-directory.js';

/** The package of `npm pack`, and an empty directory in which it is installed without development dependencies. */
export interface InstalledPackage {
  readonly directory: string;
  /** The paths of the packed files, relative to the package. */
  listFiles(): string[];
  readFile(name: string): string;
}

/** Packs and installs the package once for the tests of a file. */
export function installPackage(): InstalledPackage {
  const packDirectory = createTemporaryDirectory();
  const directory = createTemporaryDirectory();
  let tarball = '';
  beforeAll(() => {
    runNpm(packageRoot, 'pack', '--pack-destination', packDirectory);
    tarball = join(packDirectory, readdirSync(packDirectory)[0] ?? '');
    writeFileSync(join(directory, 'package.json'), '{}');
    const warnings = runNpm(directory, 'install', '--omit=dev', '--prefer-offline', '--no-audit', tarball);
    expect(warnings).not.toContain('EBADENGINE');
  });
  const readTarball = (...args: string[]): string =>
    execFileSync('tar', args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return {
    directory,
    listFiles: () => {
      const paths = readTarball('-tzf', tarball).trim().split('\n');
      return paths.map((path) => path.replace(/^package\//, ''));
    },
    readFile: (name) => readTarball('-xzOf', tarball, `package/${name}`),
  };
}

/** Runs npm and returns its warnings; fails with them if npm fails. */
function runNpm(cwd: string, ...args: string[]): string {
  const { status, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stderr;
}
