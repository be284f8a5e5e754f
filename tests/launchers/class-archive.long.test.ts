import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { jarFolder } from '../../src/launchers/local/jars.js';
import { neo4jPidIn, startLocalIn, type LocalNeo4j } from '../setup/local-neo4j.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

// Reads the mapped files of a process from /proc.
describe.skipIf(process.platform !== 'linux')('the class archive of a Neo4j started as a child process', () => {
  const dataDir = temporaryFolder();
  const cacheHome = temporaryFolder();
  const cacheDir = join(cacheHome, 'aigc-atlas');
  const start = (): Promise<LocalNeo4j> => startLocalIn(dataDir, { XDG_CACHE_HOME: cacheHome });
  const archives = (): string[] => readdirSync(cacheDir).filter((name) => name.endsWith('.jsa'));

  beforeAll(async () => {
    mkdirSync(cacheDir);
    const jars = await jarFolder(readConfig(process.env).neo4j.cacheDir);
    if (existsSync(jars)) symlinkSync(jars, await jarFolder(cacheDir));
  });

  it('is written when Neo4j stops for the first time', async () => {
    const { neo4j, lines } = await start();
    expect(archives()).toEqual([]);
    await neo4j.stop();
    expect(lines.at(-1)).toBe('Saving an archive of the Java classes of Neo4j, for faster starts (once)');
    expect(archives()).toEqual([expect.stringMatching(/^neo4j-5\.26\.30-[0-9a-f]{8}-classes-[0-9a-f]{8}\.jsa$/)]);
  });

  it('is mapped by the next Neo4j', async () => {
    const { neo4j } = await start();
    const mapped = mappedBy(neo4jPidIn(dataDir));
    await neo4j.stop();
    expect(mapped).toContain(archives()[0]);
  });

  it('is deleted if it is damaged, and Neo4j starts without it', async () => {
    const [name = ''] = archives();
    truncateSync(join(cacheDir, name), 3_000_000);
    const { neo4j, lines } = await start();
    const mapped = mappedBy(neo4jPidIn(dataDir));
    await neo4j.stop();
    expect(lines).toContain('Java failed to start with the saved class archive: trying without it');
    expect(mapped).not.toContain(name);
    expect(archives()).toEqual([]);
  });
});

function mappedBy(pid: number): string {
  return readFileSync(`/proc/${pid}/maps`, 'utf8');
}
