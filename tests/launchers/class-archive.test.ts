import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findClassArchive, type ClassArchive } from '../../src/launchers/local/class-archive.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe("the archive of Neo4j's Java classes", () => {
  const cacheDir = temporaryFolder();
  const jars = join(cacheDir, 'neo4j-of-the-test');
  mkdirSync(jars);
  const find = (lifetime: 'long' | 'short', javaVersion = 'Java of the test'): Promise<ClassArchive> =>
    findClassArchive({ java: 'java', javaVersion, jars }, lifetime);
  const archives = (): string[] => readdirSync(cacheDir).filter((name) => name.endsWith('.jsa'));
  /** Writes the archive file, as Java does when it exits. */
  const write = ({ flags }: ClassArchive): void => writeFileSync(pathIn(flags, 'ArchiveClassesAtExit'), 'classes');

  it('is neither used nor written by a short-lived Neo4j if there is none', async () => {
    expect(await find('short')).toMatchObject({ isUsed: false, isWritten: false, flags: [] });
  });

  it('is written by a long-lived Neo4j, and used only after a clean exit', async () => {
    const archive = await find('long');
    expect(archive).toMatchObject({ isUsed: false, isWritten: true });
    await archive.keep();
    expect(archives()).toEqual([]);
    write(archive);
    expect((await find('short')).isUsed).toBe(false);
    await archive.keep();
    expect(archives()).toEqual([expect.stringMatching(/^neo4j-of-the-test-classes-[0-9a-f]{8}\.jsa$/)]);
  });

  it.each(['long', 'short'] as const)(
    'is used and not rewritten by a %s-lived Neo4j if there is one',
    async (lifetime) => {
      const archive = await find(lifetime);
      expect(archive).toMatchObject({ isUsed: true, isWritten: false });
      expect(pathIn(archive.flags, 'SharedArchiveFile')).toBe(join(cacheDir, archives()[0] ?? ''));
    },
  );

  it('is rewritten for another version of Java, and replaces the previous archive', async () => {
    const [before = ''] = archives();
    const archive = await find('long', 'another Java');
    expect(archive).toMatchObject({ isUsed: false, isWritten: true });
    write(archive);
    await archive.keep();
    expect(archives()).toHaveLength(1);
    expect(existsSync(join(cacheDir, before))).toBe(false);
  });

  it('is removed and rewritten if Java cannot start with it', async () => {
    await (await find('long', 'another Java')).remove();
    expect(archives()).toEqual([]);
    expect(await find('long', 'another Java')).toMatchObject({ isUsed: false, isWritten: true });
  });

  it('removes the partial archive of a killed server', async () => {
    const abandoned = join(cacheDir, 'partial-99999999-classes.jsa');
    writeFileSync(abandoned, 'half');
    await find('long');
    expect(existsSync(abandoned)).toBe(false);
  });
});

function pathIn(flags: readonly string[], option: string): string {
  const start = `-XX:${option}=`;
  const path = flags.find((flag) => flag.startsWith(start))?.slice(start.length);
  if (path === undefined) throw new Error(`Expected a flag that starts with ${start}, found ${flags.join(' ')}.`);
  return path;
}
