import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AtlasError } from '../errors.js';
import { isRunning, identifyProcess, type ProcessIdentity } from './processes.js';
import { errorCode } from '../shared/caught-error.js';

const processSchema = z.object({ pid: z.number(), started: z.string() });
const lockRecordSchema = z.object({
  /** Identifies the directory: a copy of it has another value. Earlier releases did not write it. */
  folder: z.string().optional(),
  server: processSchema,
  neo4j: processSchema.optional(),
  /** The Bolt address of that Neo4j. */
  uri: z.string().optional(),
});

/** The contents of the lock file: the server that uses a database directory, and the Neo4j that it started. */
export type LockRecord = z.infer<typeof lockRecordSchema>;

/** A database directory that this process has locked until it releases it. */
export type DirectoryLock = ReturnType<typeof lockDirectory>;

/** Locks the directory for this process. Fails with DATABASE_IN_USE, naming the process that uses it. */
export function lockDirectory(directory: string) {
  const file = lockFileIn(directory);
  const server = identifyProcess(process.pid);
  if (server === undefined) throw new Error('Expected to find the current process in the list of processes.');
  const staleRecord = removeStaleLock(file, directory);
  const ownRecord = { folder: directoryIdOf(directory), server };
  if (!createLockFile(file, ownRecord)) throw inUseError(directory, readLockRecord(file));
  return {
    /** The Neo4j that a crashed server left running, if any. */
    orphan: staleRecord?.neo4j !== undefined && isRunning(staleRecord.neo4j) ? staleRecord.neo4j : undefined,
    /** Records the started Neo4j, so that other processes can use it and the next server can stop it after a crash. */
    recordNeo4j: (neo4j: ProcessIdentity, uri: string): void =>
      renameSync(writeDraftFile(file, { ...ownRecord, neo4j, uri }), file),
    release: (): void => rmSync(file, { force: true }),
  };
}

/** The lock of a running server on the directory; undefined if no running server uses it. */
export function findActiveLock(directory: string): LockRecord | undefined {
  const record = readLockRecord(lockFileIn(directory));
  return record !== undefined && isRunning(record.server) ? record : undefined;
}

/** The error with which `lockDirectory` would fail, because a running server uses the directory; undefined otherwise. */
export function findUseProblem(directory: string): AtlasError | undefined {
  const record = findActiveLock(directory);
  return record && inUseError(directory, record);
}

function lockFileIn(directory: string): string {
  return join(directory, 'in-use.json');
}

/** Removes the lock file of a server that no longer runs, and returns its contents. */
function removeStaleLock(file: string, directory: string): LockRecord | undefined {
  if (!existsSync(file)) return undefined;
  const record = readLockRecord(file);
  if (record !== undefined && isRunning(record.server)) throw inUseError(directory, record);
  // Renaming is atomic: if two servers start at once, only one can move the stale lock file.
  const staleFile = `${file}.${randomUUID()}`;
  try {
    renameSync(file, staleFile);
  } catch {
    throw inUseError(directory, readLockRecord(file));
  }
  const movedRecord = readLockRecord(staleFile);
  rmSync(staleFile, { force: true });
  if (movedRecord !== undefined && isRunning(movedRecord.server)) {
    createLockFile(file, movedRecord);
    throw inUseError(directory, movedRecord);
  }
  return record;
}

function createLockFile(file: string, record: LockRecord): boolean {
  const draft = writeDraftFile(file, record);
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

function writeDraftFile(file: string, record: LockRecord): string {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(record), { mode: 0o600 });
  return draft;
}

function readLockRecord(file: string): LockRecord | undefined {
  try {
    const record = lockRecordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return record.folder === undefined || record.folder === directoryIdOf(dirname(file)) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Identifies a directory: stays the same when it is moved, and differs for a copy. */
function directoryIdOf(directory: string): string {
  const { dev, ino } = statSync(directory);
  return `${dev}:${ino}`;
}

function inUseError(directory: string, record: LockRecord | undefined): AtlasError {
  const user = record === undefined ? 'another process' : `process ${record.server.pid}`;
  return new AtlasError(
    'DATABASE_IN_USE',
    `The database in ${directory} is used by ${user}. Stop that process, ` +
      `or set ATLAS_DATA_DIR to another directory to run a second database.`,
  );
}
