import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { requireSpace } from './disk-space.js';
import { removeAbandoned } from './jars.js';
import type { LocalNeeds } from './local-needs.js';

/** A Java class data sharing (CDS) archive of the classes that Neo4j loads. It halves the startup time. */
export interface ClassArchive {
  /** Whether Java reads its classes from the archive. */
  readonly isUsed: boolean;
  /** Whether Java writes the archive when it exits, which takes some seconds. */
  readonly isWritten: boolean;
  readonly flags: readonly string[];
  /** Publishes the archive that Java wrote. Call it only after a clean exit. */
  keep(): Promise<void>;
  /** Removes an archive that Java cannot start with. */
  remove(): Promise<void>;
}

// Otherwise Java logs a line for every class that it cannot archive. It ignores an archive that does not match.
const silently = ['-Xlog:cds=off', '-Xlog:cds+dynamic=off'];
const archiveBytes = 200_000_000;

/** Finds the archive for this Java and these jars. If there is none, a long-lived Neo4j writes one. */
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

/** The path of the archive, with a digest of the Java version and the jars: Java rejects a mismatched archive. */
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
