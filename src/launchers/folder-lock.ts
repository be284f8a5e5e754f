import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AtlasError } from '../errors.js';
import { isRunning, markOf, type ProcessMark } from './processes.js';
import { errorCode } from '../shared/caught-error.js';

const markSchema = z.object({ pid: z.number(), started: z.string() });
const useSchema = z.object({
  /** Identifies the directory: a copy of it has another value. Earlier releases did not write it. */
  folder: z.string().optional(),
  server: markSchema,
  neo4j: markSchema.optional(),
  /** The Bolt address of that Neo4j. */
  uri: z.string().optional(),
});

/** The contents of the lock file: the server that uses a database directory, and the Neo4j that it started. */
export type FolderUse = z.infer<typeof useSchema>;

/** A database directory that this process has locked until it releases it. */
export interface FolderLock {
  /** The Neo4j that a crashed server left running, if any. */
  readonly orphan: ProcessMark | undefined;
  /** Records the started Neo4j, so that other processes can use it and the next server can stop it after a crash. */
  noteNeo4j(neo4j: ProcessMark, uri: string): void;
  release(): void;
}

/** Locks the directory for this process. Fails with DATABASE_IN_USE, naming the process that uses it. */
export function lockFolder(folder: string): FolderLock {
  const file = noteIn(folder);
  const server = markOf(process.pid);
  if (server === undefined) throw new Error('Expected to find the current process in the list of processes.');
  const before = takeOver(file, folder);
  const own = { folder: idOf(folder), server };
  if (!create(file, own)) throw inUse(folder, readUse(file));
  return {
    orphan: before?.neo4j !== undefined && isRunning(before.neo4j) ? before.neo4j : undefined,
    noteNeo4j: (neo4j, uri) => replace(file, { ...own, neo4j, uri }),
    release: () => rmSync(file, { force: true }),
  };
}

/** The lock of a running server on the directory; undefined if no running server uses it. */
export function findUse(folder: string): FolderUse | undefined {
  const use = readUse(noteIn(folder));
  return use !== undefined && isRunning(use.server) ? use : undefined;
}

function noteIn(folder: string): string {
  return join(folder, 'in-use.json');
}

/** Removes the lock file of a server that no longer runs, and returns its contents. */
function takeOver(file: string, folder: string): FolderUse | undefined {
  if (!existsSync(file)) return undefined;
  const use = readUse(file);
  if (use !== undefined && isRunning(use.server)) throw inUse(folder, use);
  // Renaming is atomic: if two servers start at once, only one can move the stale lock file.
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    throw inUse(folder, readUse(file));
  }
  const taken = readUse(aside);
  rmSync(aside, { force: true });
  if (taken !== undefined && isRunning(taken.server)) {
    create(file, taken);
    throw inUse(folder, taken);
  }
  return use;
}

function create(file: string, use: FolderUse): boolean {
  const draft = writeDraft(file, use);
  try {
    // Creating a link is atomic and fails if the file exists.
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function replace(file: string, use: FolderUse): void {
  renameSync(writeDraft(file, use), file);
}

function writeDraft(file: string, use: FolderUse): string {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(use), { mode: 0o600 });
  return draft;
}

function readUse(file: string): FolderUse | undefined {
  try {
    const use = useSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return use.folder === undefined || use.folder === idOf(dirname(file)) ? use : undefined;
  } catch {
    return undefined;
  }
}

/** Identifies a directory: stays the same when it is moved, and differs for a copy. */
function idOf(folder: string): string {
  const { dev, ino } = statSync(folder);
  return `${dev}:${ino}`;
}

function inUse(folder: string, use: FolderUse | undefined): AtlasError {
  const user = use === undefined ? 'another process' : `process ${use.server.pid}`;
  return new AtlasError(
    'DATABASE_IN_USE',
    `The database in ${folder} is used by ${user}. Stop that process, ` +
      `or set ATLAS_DATA_DIR to another directory to run a second database.`,
  );
}
