import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { jarDirectoryIn } from '../../src/launchers/local/jars.js';
import { readNeo4jPid, startLocalNeo4j, type LocalNeo4j } from '../setup/local-neo4j.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

// Reads the mapped files of a process from /proc.
describe.skipIf(process.platform !== 'linux')('the class archive of a Neo4j started as a child process', () => {
  const dataDir = createTemporaryDirectory();
  const cacheHome = createTemporaryDirectory();
  const cacheDir = join(cacheHome, 'aigc-atlas');
  const start = (): Promise<LocalNeo4j> => startLocalNeo4j(dataDir, { XDG_CACHE_HOME: cacheHome });
  const listArchives = (): string[] => readdirSync(cacheDir).filter((fileName) => fileName.endsWith('.jsa'));

  beforeAll(async () => {
    mkdirSync(cacheDir);
    const jarDirectory = await jarDirectoryIn(readConfig(process.env).neo4j.cacheDir);
    if (existsSync(jarDirectory)) symlinkSync(jarDirectory, await jarDirectoryIn(cacheDir));
  });

  it('is written when Neo4j stops for the first time', async () => {
    const { neo4j, lines } = await start();
    expect(listArchives()).toEqual([]);
    await neo4j.stop();
    expect(lines.at(-1)).toBe('Saving an archive of the Java classes of Neo4j, for faster starts (once)');
    expect(listArchives()).toEqual([expect.stringMatching(/^neo4j-5\.26\.30-[0-9a-f]{8}-classes-[0-9a-f]{8}\.jsa$/)]);
  });

  it('is mapped by the next Neo4j', async () => {
    const { neo4j } = await start();
    const mappedFiles = readMappedFiles(readNeo4jPid(dataDir));
    await neo4j.stop();
    expect(mappedFiles).toContain(listArchives()[0]);
  });

  it('is deleted if it is damaged, and Neo4j starts without it', async () => {
    const [archive = ''] = listArchives();
    truncateSync(join(cacheDir, archive), 3_000_000);
    const { neo4j, lines } = await start();
    const mappedFiles = readMappedFiles(readNeo4jPid(dataDir));
    await neo4j.stop();
    expect(lines).toContain('Java failed to start with the saved class archive: trying without it');
    expect(mappedFiles).not.toContain(archive);
    expect(listArchives()).toEqual([]);
  });
});

function readMappedFiles(pid: number): string {
  return readFileSync(`/proc/${pid}/maps`, 'utf8');
}
