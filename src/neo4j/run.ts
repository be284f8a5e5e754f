import neo4j, { type BookmarkManager, type Driver, type QueryResult, type Result, type Session } from 'neo4j-driver';
import type { DatabaseTarget, Row, Statement, Transaction } from './database.js';
import { translateDriverError } from './driver-errors.js';
import type { SeenVersion } from './seen-version.js';

/** What a session is opened from; the bookmarks make a reader of a cluster wait for what we wrote. */
export interface Sessions {
  readonly driver: Driver;
  readonly target: DatabaseTarget;
  readonly bookmarkManager: BookmarkManager;
  readonly seen: SeenVersion;
}

const appName = 'aigc-atlas';
const readTimeoutMs = 15_000;
const writeTimeoutMs = 120_000;

/** Runs one statement by itself in read mode: one round trip, at a reader of a cluster. */
export function runRead(sessions: Sessions, statement: Statement): Promise<Row[]> {
  const startedAt = performance.now();
  return withSession(sessions, neo4j.session.READ, statement.name, async (session) => {
    const running = session.run(
      statement.text,
      statement.parameters,
      settings(statement.name, statement.timeoutMs ?? readTimeoutMs, statement.requestIds),
    );
    const result = await unlessAborted(session, running, statement.signal);
    sessions.seen.note(session.lastBookmarks()[0], startedAt);
    return toRows(result);
  });
}

/** Runs the work in one write transaction, which the driver repeats only when the server says a repeat may help. */
export function runWrite<T>(sessions: Sessions, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return withSession(sessions, neo4j.session.WRITE, 'write', (session) =>
    session.executeWrite(
      (managed) => work({ run: async (statement) => toRows(await managed.run(statement.text, statement.parameters)) }),
      settings('write', writeTimeoutMs),
    ),
  );
}

/** Runs one statement by itself in write mode, for constraints and indexes. */
export function runSchema(sessions: Sessions, statement: Statement): Promise<void> {
  return withSession(sessions, neo4j.session.WRITE, statement.name, async (session) => {
    await session.run(
      statement.text,
      statement.parameters,
      settings(statement.name, statement.timeoutMs ?? writeTimeoutMs),
    );
  });
}

/** Gives up waiting when the signal is aborted: closing a session that still waits has Neo4j end its statement. */
async function unlessAborted(session: Session, running: Result, signal?: AbortSignal): Promise<QueryResult> {
  if (signal === undefined) return running;
  const abandoned = new Promise<never>((_resolve, reject) => {
    const abandon = (): void => {
      // Where Neo4j no longer speaks, even the closing may never end.
      session.close().catch(() => undefined);
      reject(signal.reason);
    };
    if (signal.aborted) abandon();
    else signal.addEventListener('abort', abandon, { once: true });
  });
  return Promise.race([running, abandoned]);
}

type AccessMode = typeof neo4j.session.READ;

async function withSession<T>(
  { driver, target, bookmarkManager }: Sessions,
  defaultAccessMode: AccessMode,
  query: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { database } = target;
  const session = driver.session({
    defaultAccessMode,
    bookmarkManager,
    ...(database === undefined ? {} : { database }),
  });
  try {
    const result = await work(session);
    await session.close();
    return result;
  } catch (error) {
    // Not waited for: where Neo4j no longer speaks, a closing may never end.
    session.close().catch(() => undefined);
    throw translateDriverError(error, { target, query });
  }
}

function settings(query: string, timeout: number, requests?: readonly string[]): { metadata: object; timeout: number } {
  return { metadata: { app: appName, query, ...(requests ? { requests } : {}) }, timeout };
}

function toRows(result: QueryResult): Row[] {
  return result.records.map((record) => record.toObject());
}
