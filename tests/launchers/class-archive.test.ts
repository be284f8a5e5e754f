import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findClassArchive, type ClassArchive } from '../../src/launchers/local/class-archive.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('the archive of the classes of Neo4j', () => {
  const cacheDir = temporaryFolder();
  const jars = join(cacheDir, 'neo4j-of-the-test');
  mkdirSync(jars);
  const find = (lifetime: 'long' | 'short', javaVersion = 'Java of the test'): Promise<ClassArchive> =>
    findClassArchive({ java: 'java', javaVersion, jars }, lifetime);
  const archives = (): string[] => readdirSync(cacheDir).filter((name) => name.endsWith('.jsa'));
  /** Does what Java does as it ends. */
  const write = ({ flags }: ClassArchive): void => writeFileSync(pathIn(flags, 'ArchiveClassesAtExit'), 'classes');

  it('is neither used nor written by a Neo4j that runs for a short time, where there is none', async () => {
    expect(await find('short')).toMatchObject({ isUsed: false, isWritten: false, flags: [] });
  });

  it('is written by a Neo4j that runs for long, and not there before that has ended well', async () => {
    const archive = await find('long');
    expect(archive).toMatchObject({ isUsed: false, isWritten: true });
    await archive.keep();
    expect(archives()).toEqual([]);
    write(archive);
    expect((await find('short')).isUsed).toBe(false);
    await archive.keep();
    expect(archives()).toEqual([expect.stringMatching(/^neo4j-of-the-test-classes-[0-9a-f]{8}\.jsa$/)]);
  });

  it.each(['long', 'short'] as const)('is used and not written again by one that runs for %s', async (lifetime) => {
    const archive = await find(lifetime);
    expect(archive).toMatchObject({ isUsed: true, isWritten: false });
    expect(pathIn(archive.flags, 'SharedArchiveFile')).toBe(join(cacheDir, archives()[0] ?? ''));
  });

  it('is another one for another Java, and takes the place of the one before', async () => {
    const [before = ''] = archives();
    const archive = await find('long', 'another Java');
    expect(archive).toMatchObject({ isUsed: false, isWritten: true });
    write(archive);
    await archive.keep();
    expect(archives()).toHaveLength(1);
    expect(existsSync(join(cacheDir, before))).toBe(false);
  });

  it('is gone, and written anew, when Java could not start with it', async () => {
    await (await find('long', 'another Java')).remove();
    expect(archives()).toEqual([]);
    expect(await find('long', 'another Java')).toMatchObject({ isUsed: false, isWritten: true });
  });

  it('leaves nothing of a Neo4j whose server was killed', async () => {
    const abandoned = join(cacheDir, 'partial-99999999-classes.jsa');
    writeFileSync(abandoned, 'half');
    await find('long');
    expect(existsSync(abandoned)).toBe(false);
  });
});

function pathIn(flags: readonly string[], option: string): string {
  const start = `-XX:${option}=`;
  const path = flags.find((flag) => flag.startsWith(start))?.slice(start.length);
  if (path === undefined) throw new Error(`The flags must have ${start}, found ${flags.join(' ')}.`);
  return path;
}
