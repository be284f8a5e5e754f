import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchJars, hasJars, jarFolder } from '../../src/launchers/local/jars.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('fetching the jars', () => {
  const folder = temporaryFolder();
  const lines: string[] = [];
  const context = { say: (line: string) => void lines.push(line), signal: new AbortController().signal };

  /** A program in the place of Maven, for the failures that the real one cannot be made to have. */
  function program(name: string, script: string): string {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\nfor last; do :; done\nout=\${last#-DoutputDirectory=}\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  it('tells why Maven failed, and takes nothing half-finished for complete', async () => {
    const maven = program('offline', 'touch "$out/neo4j-server-5.26.30.jar"; echo "[ERROR] Unknown host"; exit 1');
    const target = await jarFolder(join(folder, 'offline-cache'));
    await expect(fetchJars(maven, target, context)).rejects.toMatchObject({
      code: 'NO_DATABASE',
      message: expect.stringMatching(/^Maven could not fetch Neo4j: Unknown host.*Check the network/),
    });
    expect(hasJars(target)).toBe(false);
    expect(readdirSync(join(folder, 'offline-cache'))).toEqual([]);
  });

  it('tells that the disk is full', async () => {
    const maven = program('full', 'echo "[ERROR] No space left on device"; exit 1');
    const target = await jarFolder(join(folder, 'full-cache'));
    await expect(fetchJars(maven, target, context)).rejects.toMatchObject({ code: 'DISK_FULL' });
  });

  it('removes what a process that was killed has left, and keeps the complete', async () => {
    const cache = join(folder, 'cache');
    mkdirSync(join(cache, 'partial-99999999-abc'), { recursive: true });
    mkdirSync(join(cache, `partial-${process.pid}-mine`));
    const maven = program('good', 'touch "$out/neo4j-server-5.26.30.jar"');
    const target = await jarFolder(cache);
    await fetchJars(maven, target, context);
    expect(hasJars(target)).toBe(true);
    expect(readdirSync(target)).toEqual(['neo4j-server-5.26.30.jar']);
    expect(existsSync(join(cache, 'partial-99999999-abc'))).toBe(false);
    expect(existsSync(join(cache, `partial-${process.pid}-mine`))).toBe(true);
  });

  it('says what it fetches, whereto, and how much', () => {
    expect(lines[0]).toBe(
      `Fetching Neo4j Community 5.26.30 with Maven into ${join(folder, 'offline-cache')} (once, about 125 MB)`,
    );
  });
});
