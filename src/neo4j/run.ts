import neo4j, { type BookmarkManager, type Driver, type QueryResult, type Session } from 'neo4j-driver';
import type { Cancellation } from './cancellation.js';
import type { DatabaseTarget, Row, Statement, Transaction } from './database.js';
import { translateDriverError } from './driver-errors.js';
import type { Pool } from './pool.js';
import type { SeenVersion } from './seen-version.js';

/** What a session is opened from; the bookmarks, where there are any, make a reader of a cluster wait for what we wrote. */
export interface Sessions {
  /** Replaced by another one when its connections are given up. */
  driver: Driver;
  readonly target: DatabaseTarget;
  readonly bookmarkManager: BookmarkManager | undefined;
  readonly seen: SeenVersion;
  readonly pool: Pool;
}

/** What a session is for. */
interface Purpose {
  readonly access: AccessMode;
  readonly query: string;
  readonly afterVersion?: string | undefined;
  readonly cancellation?: Cancellation | undefined;
  readonly isUrgent?: boolean | undefined;
  readonly isUnbounded?: boolean | undefined;
}

type AccessMode = typeof neo4j.session.READ;

const appName = 'aigc-atlas';
const readTimeoutMs = 15_000;
const writeTimeoutMs = 120_000;

/** Runs one statement by itself in read mode: one round trip, at a reader of a cluster. */
export function runRead(sessions: Sessions, statement: Statement): Promise<Row[]> {
  const { name, afterVersion, cancellation, isUrgent, isUnbounded } = statement;
  const purpose = { access: neo4j.session.READ, query: name, afterVersion, cancellation, isUrgent, isUnbounded };
  return withSession(sessions, purpose, async (session) => {
    const startedAt = performance.now();
    statement.onSent?.(startedAt);
    const { text, parameters, timeoutMs = readTimeoutMs, requestIds } = statement;
    const metadata = { app: appName, query: name, ...(requestIds ? { requests: requestIds.map(({ id }) => id) } : {}) };
    const running = withoutStack(() => session.run(text, parameters, { metadata, timeout: timeoutMs }));
    const result = await unlessCancelled(running, cancellation);
    const [version] = session.lastBookmarks();
    sessions.seen.note(version, startedAt);
    statement.onVersion?.(version);
    return result.records.map((record) => record.toObject());
  });
}

/** Runs the work in one write transaction, which the driver repeats only when the server says a repeat may help. */
export function runWrite<T>(sessions: Sessions, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return withSession(sessions, { access: neo4j.session.WRITE, query: 'write' }, async (session) => {
    const startedAt = performance.now();
    const result = await session.executeWrite(
      (managed) => work({ run: async (statement) => toRows(await managed.run(statement.text, statement.parameters)) }),
      settings('write', writeTimeoutMs),
    );
    // What was known before our own write is no longer the version of the data.
    sessions.seen.note(session.lastBookmarks()[0], startedAt);
    return result;
  });
}

/** Runs one statement by itself in write mode, for constraints and indexes; repeated like a write transaction. */
export function runSchema(sessions: Sessions, { name, text, parameters, timeoutMs }: Statement): Promise<void> {
  return withSession(sessions, { access: neo4j.session.WRITE, query: name }, async (session) => {
    await session.executeWrite((managed) => managed.run(text, parameters), settings(name, timeoutMs ?? writeTimeoutMs));
  });
}

// The driver notes for each statement from where it was sent, which takes a tenth of our time for it; errors of ours
// name the statement.
function withoutStack<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Gives up waiting once it is cancelled; the closing of the session then has Neo4j end its statement. */
function unlessCancelled<T>(running: Promise<T>, cancellation?: Cancellation): Promise<T> {
  if (cancellation === undefined) return running;
  return Promise.race([running, new Promise<never>((_resolve, reject) => cancellation.onCancel(reject))]);
}

async function withSession<T>(
  sessions: Sessions,
  { access, query, afterVersion, cancellation, isUrgent = false, isUnbounded }: Purpose,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const giveBack = isUrgent ? () => undefined : await sessions.pool.take(cancellation, isUnbounded);
  const { driver, target, bookmarkManager } = sessions;
  const { database } = target;
  const session = driver.session({
    defaultAccessMode: access,
    ...(afterVersion === undefined ? {} : { bookmarks: [afterVersion] }),
    ...(bookmarkManager ? { bookmarkManager } : {}),
    ...(database === undefined ? {} : { database }),
  });
  // Where Neo4j no longer speaks, a closing may never end, and its connection stays in use.
  const close = (): Promise<void> => session.close().finally(giveBack);
  try {
    const result = await work(session);
    await close();
    return result;
  } catch (error) {
    close().catch(() => undefined);
    throw translateDriverError(error, { target, query });
  }
}

function settings(query: string, timeout: number): { metadata: object; timeout: number } {
  return { metadata: { app: appName, query }, timeout };
}

function toRows(result: QueryResult): Row[] {
  return result.records.map((record) => record.toObject());
}
