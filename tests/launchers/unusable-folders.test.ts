import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { atlas, runCommand } from '../setup/command-line.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const isRoot = process.getuid?.() === 0;

describe('a path that is not a writable directory is rejected before Neo4j is started:', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'file');
  writeFileSync(file, '');

  it.each([
    ['a file', file],
    // The recursive mkdir of Node never returns for this path.
    ['a path in a virtual file system', '/proc/atlas'],
  ])('%s', async (_, place) => {
    const environment = { ATLAS_DATA_DIR: place, XDG_CACHE_HOME: place };
    const command = atlas(['with-neo4j', '--neo4j=local', 'true'], environment);
    expect(await command.ended).toBe(5);
    const refused = (setting: string, found: string): string =>
      `${setting} must lead to a writable directory, but ${found} is not writable \\(E\\w+: [^\n]*\\)`;
    expect(command.output()).toBe('');
    expect(command.errors()).toMatch(
      new RegExp(
        `^No Neo4j is available with --neo4j=local:\n {2}local: .*${refused('ATLAS_DATA_DIR', join(place, 'neo4j'))}; ` +
          `${refused('XDG_CACHE_HOME', join(place, 'aigc-atlas'))}\n`,
      ),
    );
  });

  it.skipIf(!isRoot)('the cache of a user without a home directory', async () => {
    const nobody = ['--reuid', '54321', '--regid', '54321', '--clear-groups', 'env', '-u', 'HOME'];
    const words = [...nobody, process.execPath, join(packageRoot, 'dist', 'main.js'), 'load', '--neo4j=local'];
    const command = runCommand('setpriv', words, {});
    expect(await command.ended).toBe(2);
    expect(command.errors()).toMatch(/\n {2}XDG_CACHE_HOME: is required because this user has no home directory\n$/);
  });
});
