import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchJars, hasJars, jarDirectoryIn } from '../../src/launchers/local/jars.js';
import type { LaunchContext } from '../../src/launchers/launcher.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

describe('fetching the jars', () => {
  const directory = createTemporaryDirectory();
  const lines: string[] = [];
  const context: LaunchContext = { report: (line) => void lines.push(line), signal: new AbortController().signal };

  /** Creates a substitute for Maven that fails in ways that the real program cannot be made to fail. */
  function createProgram(name: string, script: string): string {
    const file = join(directory, name);
    writeFileSync(file, `#!/bin/sh\nfor last; do :; done\nout=\${last#-DoutputDirectory=}\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  it('reports why Maven failed, and keeps no incomplete download', async () => {
    const maven = createProgram(
      'offline',
      'touch "$out/neo4j-server-5.26.30.jar"; echo "[ERROR] Unknown host"; exit 1',
    );
    const target = await jarDirectoryIn(join(directory, 'offline-cache'));
    await expect(fetchJars(maven, target, context)).rejects.toMatchObject({
      code: 'NO_DATABASE',
      message: expect.stringMatching(/^Maven could not fetch Neo4j: Unknown host.*Check the network/),
    });
    expect(hasJars(target)).toBe(false);
    expect(readdirSync(join(directory, 'offline-cache'))).toEqual([]);
  });

  it('reports a full disk', async () => {
    const maven = createProgram('full', 'echo "[ERROR] No space left on device"; exit 1');
    const target = await jarDirectoryIn(join(directory, 'full-cache'));
    await expect(fetchJars(maven, target, context)).rejects.toMatchObject({ code: 'DISK_FULL' });
  });

  it('removes partial downloads of killed processes only', async () => {
    const cache = join(directory, 'cache');
    mkdirSync(join(cache, 'partial-99999999-abc'), { recursive: true });
    mkdirSync(join(cache, `partial-${process.pid}-mine`));
    const maven = createProgram('good', 'touch "$out/neo4j-server-5.26.30.jar"');
    const target = await jarDirectoryIn(cache);
    await fetchJars(maven, target, context);
    expect(hasJars(target)).toBe(true);
    expect(readdirSync(target)).toEqual(['neo4j-server-5.26.30.jar']);
    expect(existsSync(join(cache, 'partial-99999999-abc'))).toBe(false);
    expect(existsSync(join(cache, `partial-${process.pid}-mine`))).toBe(true);
  });

  it('logs the version, the target directory and the size of the download', () => {
    expect(lines[0]).toBe(
      `Fetching Neo4j Community 5.26.30 with Maven into ${join(directory, 'offline-cache')} (once, about 125 MB)`,
    );
  });
});
