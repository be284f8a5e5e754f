import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findClassArchive, type ClassArchive } from '../../src/launchers/local/class-archive.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

describe("the archive of Neo4j's Java classes", () => {
  const cacheDir = createTemporaryDirectory();
  const jars = join(cacheDir, 'neo4j-of-the-test');
  mkdirSync(jars);
  const findArchive = (javaVersion = 'Java of the test'): Promise<ClassArchive> =>
    findClassArchive({ java: 'java', javaVersion, jars });
  const listArchives = (): string[] => readdirSync(cacheDir).filter((name) => name.endsWith('.jsa'));
  /** Writes the archive file, as Java does when it exits. */
  const writeArchive = ({ flags }: ClassArchive): void =>
    writeFileSync(pathFromFlags(flags, 'ArchiveClassesAtExit'), 'classes');

  it('is written if there is none, and used only after a clean exit', async () => {
    const archive = await findArchive();
    expect(archive).toMatchObject({ isUsed: false, isWritten: true });
    await archive.publish();
    expect(listArchives()).toEqual([]);
    writeArchive(archive);
    expect((await findArchive()).isUsed).toBe(false);
    await archive.publish();
    expect(listArchives()).toEqual([expect.stringMatching(/^neo4j-of-the-test-classes-[0-9a-f]{8}\.jsa$/)]);
  });

  it('is used and not rewritten if there is one', async () => {
    const archive = await findArchive();
    expect(archive).toMatchObject({ isUsed: true, isWritten: false });
    expect(pathFromFlags(archive.flags, 'SharedArchiveFile')).toBe(join(cacheDir, listArchives()[0] ?? ''));
  });

  it('is rewritten for another version of Java, and replaces the previous archive', async () => {
    const [previousArchive = ''] = listArchives();
    const archive = await findArchive('another Java');
    expect(archive).toMatchObject({ isUsed: false, isWritten: true });
    writeArchive(archive);
    await archive.publish();
    expect(listArchives()).toHaveLength(1);
    expect(existsSync(join(cacheDir, previousArchive))).toBe(false);
  });

  it('is removed and rewritten if Java cannot start with it', async () => {
    await (await findArchive('another Java')).remove();
    expect(listArchives()).toEqual([]);
    expect(await findArchive('another Java')).toMatchObject({ isUsed: false, isWritten: true });
  });

  it('removes the partial archive of a killed server', async () => {
    const partialArchive = join(cacheDir, 'partial-99999999-classes.jsa');
    writeFileSync(partialArchive, 'half');
    await findArchive();
    expect(existsSync(partialArchive)).toBe(false);
  });
});

function pathFromFlags(flags: readonly string[], option: string): string {
  const prefix = `-XX:${option}=`;
  const path = flags.find((flag) => flag.startsWith(prefix))?.slice(prefix.length);
  if (path === undefined) throw new Error(`Expected a flag that starts with ${prefix}, found ${flags.join(' ')}.`);
  return path;
}
