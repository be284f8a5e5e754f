import neo4j, { type BookmarkManager, type Driver, type QueryResult, type Session } from 'neo4j-driver';
import type { Cancellation } from './cancellation.js';
import type { DatabaseTarget, Row, Statement, Transaction } from './database.js';
import { translateDriverError } from './driver-errors.js';
import type { Pool } from './pool.js';
import type { SeenVersion } from './seen-version.js';

/** What sessions are opened from. In a cluster, the bookmark manager makes readers wait for our own writes. */
export interface Sessions {
  /** Replaced when all connections are dropped. */
  driver: Driver;
  readonly target: DatabaseTarget;
  readonly bookmarkManager: BookmarkManager | undefined;
  readonly seenVersion: SeenVersion;
  readonly pool: Pool;
}

/** The properties of a statement that its session depends on. */
type SessionOptions = Pick<Statement, 'name' | 'afterVersion' | 'cancellation' | 'isUrgent' | 'isUnbounded'>;

type AccessMode = typeof neo4j.session.READ;

const appName = 'aigc-atlas';
/** Timeout of the transaction of a read without a timeout of its own, in milliseconds. */
export const readTimeoutMs = 15_000;
const writeTimeoutMs = 120_000;

/** How a read is sent. */
export interface ReadOptions {
  /** Whether to begin a transaction for it, which takes a second round trip; default false. */
  readonly hasBegin?: boolean;
  /** Called when Neo4j has begun the transaction, if `hasBegin` is set; otherwise when it has also planned the query. */
  readonly onStarted?: () => void;
}

/** Runs one statement in read mode, in one round trip; in a cluster, on a reader. */
export function runRead(sessions: Sessions, statement: Statement, options: ReadOptions = {}): Promise<Row[]> {
  const { name, text, parameters, timeoutMs = readTimeoutMs, requestIds, isLeaderOnly = false } = statement;
  // A direct connection has no other server to choose, and read mode works at every one.
  const isAtLeader = isLeaderOnly && sessions.bookmarkManager !== undefined;
  const access = isAtLeader ? neo4j.session.WRITE : neo4j.session.READ;
  return withSession(sessions, access, statement, async (session) => {
    const knownBookmark = sessions.seenVersion.bookmark;
    const startedAt = performance.now();
    statement.onSent?.(startedAt);
    const metadata = { app: appName, query: name, ...(requestIds ? { requests: requestIds.map(({ id }) => id) } : {}) };
    const config = { metadata, timeout: timeoutMs };
    const resultPromise = withoutStackTrace(() =>
      options.onStarted
        ? sendToReader(session, [text, parameters, config], options)
        : session.run(text, parameters, config),
    );
    const result = await rejectOnCancel(resultPromise, statement.cancellation);
    const [version] = session.lastBookmarks();
    sessions.seenVersion.record(version, startedAt, knownBookmark);
    statement.onVersion?.(version);
    return result.records.map((record) => record.toObject());
  });
}

function sendToReader(
  session: Session,
  [text, parameters, config]: Parameters<Session['run']>,
  { hasBegin = false, onStarted = () => undefined }: ReadOptions,
): PromiseLike<QueryResult> {
  if (hasBegin) return sendInTransaction(session.beginTransaction(config), text, parameters, onStarted);
  const result = session.run(text, parameters, config);
  result.keys().then(onStarted, () => undefined);
  return result;
}

// The query is sent without waiting for the begin, and its result has the errors of both.
async function sendInTransaction(
  transaction: ReturnType<Session['beginTransaction']>,
  text: Parameters<Session['run']>[0],
  parameters: Parameters<Session['run']>[1],
  onStarted: () => void,
): Promise<QueryResult> {
  transaction.then(onStarted, () => undefined);
  const result = await transaction.run(text, parameters);
  await transaction.commit();
  return result;
}

/** Runs the work in one write transaction, which the driver retries after errors that the server marks as transient. */
export function runWrite<T>(sessions: Sessions, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return withSession(sessions, neo4j.session.WRITE, { name: 'write' }, async (session) => {
    const knownBookmark = sessions.seenVersion.bookmark;
    const startedAt = performance.now();
    const result = await session.executeWrite(
      (managed) => work({ run: async ({ text, parameters }) => toRows(await managed.run(text, parameters)) }),
      transactionConfig('write', writeTimeoutMs),
    );
    // The write has changed the version of the data.
    sessions.seenVersion.record(session.lastBookmarks()[0], startedAt, knownBookmark);
    return result;
  });
}

/** Runs one statement in its own write transaction, for constraints and indexes; retried like any write. */
export function runSchema(sessions: Sessions, { name, text, parameters, timeoutMs }: Statement): Promise<void> {
  return withSession(sessions, neo4j.session.WRITE, { name }, async (session) => {
    await session.executeWrite(
      (managed) => managed.run(text, parameters),
      transactionConfig(name, timeoutMs ?? writeTimeoutMs),
    );
  });
}

// The driver captures a stack trace for each statement, which takes a tenth of the server's time for it. Our errors
// name the statement instead.
function withoutStackTrace<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Rejects as soon as it is cancelled; closing the session then makes Neo4j end the statement. */
async function rejectOnCancel<T>(resultPromise: PromiseLike<T>, cancellation?: Cancellation): Promise<T> {
  if (cancellation === undefined) return resultPromise;
  return Promise.race([resultPromise, new Promise<never>((_resolve, reject) => cancellation.onCancel(reject))]);
}

async function withSession<T>(
  sessions: Sessions,
  access: AccessMode,
  { name, afterVersion, cancellation, isUrgent = false, isUnbounded }: SessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const releaseSlot = isUrgent ? () => undefined : await sessions.pool.acquire(cancellation, isUnbounded);
  const { driver, target, bookmarkManager } = sessions;
  const { database } = target;
  const session = driver.session({
    defaultAccessMode: access,
    ...(afterVersion === undefined ? {} : { bookmarks: [afterVersion] }),
    ...(bookmarkManager ? { bookmarkManager } : {}),
    ...(database === undefined ? {} : { database }),
  });
  // If Neo4j no longer responds, closing may never complete, and the connection stays in use.
  const close = (): Promise<void> => session.close().finally(releaseSlot);
  try {
    const result = await work(session);
    await close();
    return result;
  } catch (error) {
    close().catch(() => undefined);
    throw translateDriverError(error, { target, query: name });
  }
}

function transactionConfig(query: string, timeout: number): { metadata: object; timeout: number } {
  return { metadata: { app: appName, query }, timeout };
}

function toRows(result: QueryResult): Row[] {
  return result.records.map((record) => record.toObject());
}
