import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { requireSpace } from './disk-space.js';
import { removeAbandoned } from './jars.js';
import type { LocalNeeds } from './local-needs.js';

/** The classes that a Neo4j has loaded, kept in a file from which Java takes them ready-made: that halves its start. */
export interface ClassArchive {
  /** Whether Java is told to take its classes from there. */
  readonly isUsed: boolean;
  /** Whether Java is told to write them when it ends, which then takes some seconds more. */
  readonly isWritten: boolean;
  readonly flags: readonly string[];
  /** Keeps what a Neo4j that has closed its store by itself has written. */
  keep(): Promise<void>;
  /** Removes one that Java cannot start with. */
  remove(): Promise<void>;
}

// Java says a line for every class that it cannot keep, and goes on without an archive that does not suit it.
const silently = ['-Xlog:cds=off', '-Xlog:cds+dynamic=off'];
const archiveBytes = 200_000_000;

/** Finds the archive for this Java and these jars, or has one written by a Neo4j that runs for long. */
export async function findClassArchive(needs: LocalNeeds, lifetime: 'long' | 'short'): Promise<ClassArchive> {
  const file = await archiveFile(needs);
  const written = join(dirname(file), `partial-${process.pid}-${basename(file)}`);
  const isUsed = existsSync(file);
  const isWritten = !isUsed && lifetime === 'long' && (await hasSpace(dirname(file)));
  if (isWritten) await removeAbandoned(dirname(file));
  const use = [`-XX:SharedArchiveFile=${file}`, ...silently];
  const write = isWritten ? [`-XX:ArchiveClassesAtExit=${written}`, ...silently] : [];
  return {
    isUsed,
    isWritten,
    flags: isUsed ? use : write,
    async keep() {
      if (!existsSync(written)) return;
      await removeOthers(needs.jars, file);
      await rename(written, file);
    },
    remove: () => rm(file, { force: true }),
  };
}

/** Another Java, or jars that were fetched again, are another file: Java would not take what does not suit it. */
async function archiveFile({ jars, javaVersion }: LocalNeeds): Promise<string> {
  const { ino } = await stat(jars);
  const digest = createHash('sha256')
    .update([jars, String(ino), javaVersion].join('\n'))
    .digest('hex')
    .slice(0, 8);
  return `${jars}${suffix}${digest}.jsa`;
}

const suffix = '-classes-';

async function removeOthers(jars: string, file: string): Promise<void> {
  for (const name of await readdir(dirname(file))) {
    const isOther = name.startsWith(basename(jars) + suffix) && name !== basename(file);
    if (isOther) await rm(join(dirname(file), name), { force: true });
  }
}

function hasSpace(folder: string): Promise<boolean> {
  return requireSpace(folder, archiveBytes, 'the classes of Neo4j').then(
    () => true,
    () => false,
  );
}
