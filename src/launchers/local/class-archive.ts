import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readFreeBytes } from './disk-space.js';
import { removeAbandonedFiles } from './jars.js';
import type { LocalRuntime } from './local-runtime.js';

/** A Java class data sharing (CDS) archive of the classes that Neo4j loads. It halves the startup time. */
export type ClassArchive = Readonly<Awaited<ReturnType<typeof findClassArchive>>>;

// Otherwise Java logs a line for every class that it cannot archive. It ignores an archive that does not match.
const quietFlags = ['-Xlog:cds=off', '-Xlog:cds+dynamic=off'];
const archiveBytes = 200_000_000;

/** Finds the archive for this Java and these jars. If there is none, Neo4j writes one. */
export async function findClassArchive(runtime: LocalRuntime) {
  const file = await archivePathOf(runtime);
  const partialFile = join(dirname(file), `partial-${process.pid}-${basename(file)}`);
  const isUsed = existsSync(file);
  const isWritten = !isUsed && (await readFreeBytes(dirname(file))) >= archiveBytes;
  if (isWritten) await removeAbandonedFiles(dirname(file));
  const useFlags = [`-XX:SharedArchiveFile=${file}`, ...quietFlags];
  const writeFlags = isWritten ? [`-XX:ArchiveClassesAtExit=${partialFile}`, ...quietFlags] : [];
  return {
    /** Whether Java reads its classes from the archive. */
    isUsed,
    /** Whether Java writes the archive when it exits, which takes some seconds. */
    isWritten,
    flags: isUsed ? useFlags : writeFlags,
    /** Publishes the archive that Java wrote. Call it only after a clean exit. */
    async publish(): Promise<void> {
      if (!existsSync(partialFile)) return;
      await removeOtherArchives(runtime.jars, file);
      await rename(partialFile, file);
    },
    /** Removes an archive that Java cannot start with. */
    remove: () => rm(file, { force: true }),
  };
}

/** The path of the archive, with a digest of the Java version and the jars: Java rejects a mismatched archive. */
async function archivePathOf({ jars, javaVersion }: LocalRuntime): Promise<string> {
  const { ino } = await stat(jars);
  const digest = createHash('sha256')
    .update([jars, String(ino), javaVersion].join('\n'))
    .digest('hex')
    .slice(0, 8);
  return `${jars}${archiveInfix}${digest}.jsa`;
}

const archiveInfix = '-classes-';

async function removeOtherArchives(jars: string, file: string): Promise<void> {
  for (const name of await readdir(dirname(file))) {
    const isOtherArchive = name.startsWith(basename(jars) + archiveInfix) && name !== basename(file);
    if (isOtherArchive) await rm(join(dirname(file), name), { force: true });
  }
}
