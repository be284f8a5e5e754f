import neo4j, { type AuthToken, type AuthTokenManager, type BookmarkManager, type Driver } from 'neo4j-driver';
import type { Cancellation } from './cancellation.js';
import { translateDriverError } from './driver-errors.js';
import { Pool } from './pool.js';
import { runRead, runSchema, runWrite, type Sessions } from './run.js';
import { SeenVersion } from './seen-version.js';
import { readVersion, requireVersion } from './version.js';

/** Identifies a request by the object itself: a client may choose the id, and several requests may have the same. */
export interface RequestId {
  readonly id: string;
}

/** One Cypher statement as it is sent: a name for the query log, the text, and every value as a parameter. */
export interface Statement {
  /** Appears as `query` in the transaction's metadata, so that Neo4j's own logs speak our names. */
  readonly name: string;
  readonly text: string;
  /** Integers as bigint: the driver sends JavaScript numbers as floats. */
  readonly parameters: Record<string, unknown>;
  /** After how many milliseconds Neo4j ends it; default 15,000 for a read, 120,000 for a write. */
  readonly timeoutMs?: number;
  /** The requests it answers, for Neo4j's query log. */
  readonly requestIds?: readonly RequestId[];
  /** Tells that nobody waits for the answer any more: Neo4j is told to end the statement. Only reads heed it. */
  readonly cancellation?: Cancellation;
  /** Takes a spare connection where all others are in use: for the least of questions, on which others wait. */
  readonly isUrgent?: boolean;
  /** Nothing bounds its cost: of such only a part of the connections is used at once, so that others find one. */
  readonly isUnbounded?: boolean;
  /** The version of the data that Neo4j has to have applied in full before it begins the read; default: any. */
  readonly afterVersion?: string;
  /** Called when a read has found a connection, at this moment of `performance.now()`. */
  readonly onSent?: (at: number) => void;
  /** Called when a read has ended, with the version of the data at that moment. */
  readonly onVersion?: (version: string | undefined) => void;
}

/** One row of an answer: column to plain value (number, string, boolean, null, list, map). */
export type Row = Record<string, unknown>;

/** What a unit of writing may do until it is committed. */
export interface Transaction {
  run(statement: Statement): Promise<Row[]>;
}

/** A Neo4j that was reached, accepted our credentials and is new enough. */
export interface Database {
  /** The server's version as it names itself, e.g. `5.26.30`. */
  readonly version: string;
  /** The version of the data that reads have seen so far: it changes with every committed write, whoever made it. */
  readonly seen: SeenVersion;
  /** How many of its connections are in use. */
  readonly pool: Pool;
  /** Runs one statement by itself in read mode, on a cluster at a reader. */
  read(statement: Statement): Promise<Row[]>;
  /** Runs the work in one transaction: all of it is committed, or nothing when it throws. */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Runs one statement by itself in write mode: constraints and indexes may not share a transaction with data. */
  schema(statement: Statement): Promise<void>;
  /** Gives up all connections, also those that no longer speak; what comes next opens new ones. */
  reconnect(): void;
  /** Closes every connection. */
  close(): Promise<void>;
}

/** A database of which only the reads go another way. */
export function withRead(database: Database, read: Database['read']): Database {
  return Object.assign(Object.create(database) as Database, { read }); // all else is inherited
}

/** Where a Neo4j answers and as whom to sign in. */
export interface DatabaseTarget {
  /** `bolt://`, `neo4j://`, or either with `+s` or `+ssc`. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** Gives the password again where Neo4j no longer takes the one it gave before; default: it never changes. */
  readonly readPassword?: () => Promise<string>;
  /** Default: the home database of the user. */
  readonly database?: string;
  /** How many statements may run at once; default 50. */
  readonly connections?: number;
}

const connectTimeoutMs = 5_000;
const acquisitionTimeoutMs = 10_000;
const maxConnections = 50;
/** For what the driver itself asks, such as which servers of a cluster there are, and for urgent statements. */
const spareConnections = 4;

/** Opens the database, having made sure that it is reachable, accepts the credentials and is new enough. */
export async function openDatabase(target: DatabaseTarget): Promise<Database> {
  const driver = openDriver(target);
  try {
    const version = requireVersion(await askVersion(driver, target), target.uri);
    const seen = new SeenVersion();
    const pool = new Pool(target.connections ?? maxConnections);
    const sessions: Sessions = { driver, target, bookmarkManager: bookmarksFor(target), seen, pool };
    // Over bolt:// only a statement tells whether the named database is there.
    await runRead(sessions, { name: 'neo4j/probe', text: 'RETURN 1 AS one', parameters: {} });
    return {
      version,
      seen,
      pool,
      reconnect: () => reconnect(sessions),
      read: runRead.bind(undefined, sessions),
      write: (work) => runWrite(sessions, work),
      schema: (statement) => runSchema(sessions, statement),
      close: () => sessions.driver.close(),
    };
  } catch (error) {
    await driver.close();
    throw error;
  }
}

// Where all is asked of one server, reads see what was written before without being told of it.
function bookmarksFor({ uri }: DatabaseTarget): BookmarkManager | undefined {
  return uri.startsWith('bolt') ? undefined : neo4j.bookmarkManager();
}

function reconnect(sessions: Sessions): void {
  const before = sessions.driver;
  sessions.driver = openDriver(sessions.target);
  sessions.pool.reset();
  // Not waited for: a connection that no longer speaks may never close.
  before.close().catch(() => undefined);
}

function openDriver(target: DatabaseTarget): Driver {
  try {
    return neo4j.driver(target.uri, authOf(target), {
      disableLosslessIntegers: true,
      maxConnectionPoolSize: (target.connections ?? maxConnections) + spareConnections,
      connectionTimeout: connectTimeoutMs,
      connectionAcquisitionTimeout: acquisitionTimeoutMs,
      connectionLivenessCheckTimeout: 30_000,
      maxTransactionRetryTime: 15_000,
      telemetryDisabled: true,
      // Advice on how a statement is written is for who writes it; Neo4j would send it with every answer.
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      userAgent: 'aigc-atlas',
    });
  } catch (error) {
    throw translateDriverError(error, { target });
  }
}

// The driver asks for the token again after it was refused.
function authOf({ username, password, readPassword }: DatabaseTarget): AuthToken | AuthTokenManager {
  if (readPassword === undefined) return neo4j.auth.basic(username, password);
  return neo4j.authTokenManagers.basic({
    tokenProvider: async () => neo4j.auth.basic(username, await readPassword()),
  });
}

async function askVersion(driver: Driver, target: DatabaseTarget): Promise<string> {
  try {
    const info = await driver.getServerInfo(target.database === undefined ? {} : { database: target.database });
    return readVersion(info.agent);
  } catch (error) {
    throw translateDriverError(error, { target });
  }
}
