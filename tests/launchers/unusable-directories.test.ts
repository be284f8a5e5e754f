import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { runAtlas, runCommand } from '../setup/command-line.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

const isRoot = process.getuid?.() === 0;

describe('a path that is not a writable directory is rejected before Neo4j is started:', () => {
  const directory = createTemporaryDirectory();
  const file = join(directory, 'file');
  writeFileSync(file, '');

  it.each([
    ['a file', file],
    // The recursive mkdir of Node never returns for this path.
    ['a path in a virtual file system', '/proc/atlas'],
  ])('%s', async (_, path) => {
    const environment = { ATLAS_DATA_DIR: path, XDG_CACHE_HOME: path };
    const command = runAtlas(['with-neo4j', '--neo4j=local', 'true'], environment);
    expect(await command.ended).toBe(5);
    const rejectionPattern = (setting: string, target: string): string =>
      `${setting} must lead to a writable directory, but ${target} is not writable \\(E\\w+: [^\n]*\\)`;
    expect(command.output()).toBe('');
    expect(command.errors()).toMatch(
      new RegExp(
        `^No Neo4j is available with ATLAS_NEO4J=local or --neo4j local:\n {2}local: .*${rejectionPattern('ATLAS_DATA_DIR', join(path, 'neo4j'))}; ` +
          `${rejectionPattern('XDG_CACHE_HOME', join(path, 'aigc-atlas'))}\n`,
      ),
    );
  });

  it.skipIf(!isRoot)('the cache of a user without a home directory', async () => {
    const userArgs = ['--reuid', '54321', '--regid', '54321', '--clear-groups', 'env', '-u', 'HOME'];
    const args = [...userArgs, process.execPath, join(packageRoot, 'dist', 'main.js'), 'load', '--neo4j=local'];
    const command = runCommand('setpriv', args, {});
    expect(await command.ended).toBe(2);
    expect(command.errors()).toMatch(/\n {2}XDG_CACHE_HOME: is required because this user has no home directory\n$/);
  });
});
