import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AtlasError } from '../errors.js';
import { isRunning, markOf, type ProcessMark } from './processes.js';
import { errorCode } from '../shared/caught-error.js';

const markSchema = z.object({ pid: z.number(), started: z.string() });
const useSchema = z.object({
  /** Which folder it is: a copy of it is another. Earlier releases did not note it. */
  folder: z.string().optional(),
  server: markSchema,
  neo4j: markSchema.optional(),
  /** Where that Neo4j answers. */
  uri: z.string().optional(),
});

/** Who uses a database folder: the server, and the Neo4j it has started. */
export type FolderUse = z.infer<typeof useSchema>;

/** A folder that is ours until released. */
export interface FolderLock {
  /** The Neo4j that a server which died without stopping it has left behind. */
  readonly orphan: ProcessMark | undefined;
  /** Notes the Neo4j just started, so that others can use it, and the next server finds it should this one be killed. */
  noteNeo4j(neo4j: ProcessMark, uri: string): void;
  release(): void;
}

/** Takes the folder for this process, or fails naming the process that uses it. */
export function lockFolder(folder: string): FolderLock {
  const file = noteIn(folder);
  const server = markOf(process.pid);
  if (server === undefined) throw new Error('The running process cannot see itself in the list of processes.');
  const before = takeOver(file, folder);
  const own = { folder: idOf(folder), server };
  if (!create(file, own)) throw inUse(folder, readUse(file));
  return {
    orphan: before?.neo4j !== undefined && isRunning(before.neo4j) ? before.neo4j : undefined,
    noteNeo4j: (neo4j, uri) => replace(file, { ...own, neo4j, uri }),
    release: () => rmSync(file, { force: true }),
  };
}

/** Who uses the folder at the moment. */
export function findUse(folder: string): FolderUse | undefined {
  const use = readUse(noteIn(folder));
  return use !== undefined && isRunning(use.server) ? use : undefined;
}

function noteIn(folder: string): string {
  return join(folder, 'in-use.json');
}

/** Sets the note of a server that has died aside, and gives what stood in it. */
function takeOver(file: string, folder: string): FolderUse | undefined {
  if (!existsSync(file)) return undefined;
  const use = readUse(file);
  if (use !== undefined && isRunning(use.server)) throw inUse(folder, use);
  // Renaming is atomic: of two servers that start at once only one gets the old note out of the way.
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
    // A link appears complete or not at all, and never over a file that is there.
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

/** Stays the same when the folder is moved, and is another for a copy. */
function idOf(folder: string): string {
  const { dev, ino } = statSync(folder);
  return `${dev}:${ino}`;
}

function inUse(folder: string, use: FolderUse | undefined): AtlasError {
  const user = use === undefined ? 'another process' : `process ${use.server.pid}`;
  return new AtlasError(
    'DATABASE_IN_USE',
    `The database in ${folder} is used by ${user}. Stop that process, ` +
      `or set ATLAS_DATA_DIR to another folder to run a second database beside it.`,
  );
}
