import neo4j, { type AuthToken, type AuthTokenManager, type BookmarkManager, type Driver } from 'neo4j-driver';
import type { Cancellation } from './cancellation.js';
import { translateDriverError } from './driver-errors.js';
import { Pool } from './pool.js';
import { readWithFailover } from './reader-failover.js';
import { runRead, runSchema, runWrite, type Sessions } from './run.js';
import { SeenVersion } from './seen-version.js';
import { parseVersion, requireVersion } from './version.js';

/**
 * Identifies a request by its object identity: clients can choose the id, so several requests may have the same one.
 */
export interface RequestId {
  readonly id: string;
}

/** A Cypher statement: its name, its text and its parameters. */
export interface Statement {
  /** Identifies the statement in Neo4j's query log, as `query` in the transaction's metadata. */
  readonly name: string;
  readonly text: string;
  /** The values of the parameters. Integers must be bigint: the driver sends JavaScript numbers as floats. */
  readonly parameters: Record<string, unknown>;
  /** Timeout of its transaction, in milliseconds; default 15,000 for a read and 120,000 for a write. */
  readonly timeoutMs?: number;
  /** The requests that it serves, for Neo4j's query log. */
  readonly requestIds?: readonly RequestId[];
  /** Ends the statement in Neo4j when its result is no longer needed; ignored by writes. */
  readonly cancellation?: Cancellation;
  /** Uses a reserved connection instead of waiting for one; for health probes and metrics. */
  readonly isUrgent?: boolean;
  /** Whether its cost is unbounded. Such statements may use only a part of the connections at once. */
  readonly isUnbounded?: boolean;
  /** Whether the leader of a cluster runs it, because readers may be behind; default false. */
  readonly isLeaderOnly?: boolean;
  /** The version of the data that Neo4j must have applied before it starts the read; default: any. */
  readonly afterVersion?: string;
  /** Called when a read has acquired a connection, with the current time of `performance.now()`. */
  readonly onSent?: (at: number) => void;
  /** Called when a read has ended, with the version of the data at that time. */
  readonly onVersion?: (version: string | undefined) => void;
}

/** A statement that only shows whether Neo4j responds. */
export const probe: Statement = { name: 'neo4j/probe', text: 'RETURN 1 AS one', parameters: {}, isUrgent: true };

/** One row of a result: column names to plain values (number, string, boolean, null, list, map). */
export type Row = Record<string, unknown>;

/** An open write transaction. */
export interface Transaction {
  run(statement: Statement): Promise<Row[]>;
}

/** A Neo4j database that has been reached, accepts the credentials and has a supported version. */
export interface Database {
  /** The version of the server, such as `5.26.30`. */
  readonly version: string;
  /** The version of the data that reads have seen; it changes with every commit of any client. */
  readonly seenVersion: SeenVersion;
  /** Limits and counts the connections in use. */
  readonly pool: Pool;
  /** Runs one statement in read mode; in a cluster, on a reader, or on others if that one fails or is behind. */
  read(statement: Statement): Promise<Row[]>;
  /** Runs the work in one write transaction, which is rolled back if the work throws. */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /**
   * Runs one statement in write mode that changes constraints or indexes, which cannot share a transaction with data.
   */
  changeSchema(statement: Statement): Promise<void>;
  /** Drops all connections, including those that no longer respond; later statements open new ones. */
  reconnect(): void;
  /** Closes every connection. */
  close(): Promise<void>;
}

/** Returns a database with another `read`, which is otherwise the same. */
export function overrideRead(database: Database, read: Database['read']): Database {
  return Object.assign(Object.create(database) as Database, { read }); // everything else is inherited
}

/** The address of a Neo4j and the credentials for it. */
export interface DatabaseTarget {
  /** `bolt://`, `neo4j://`, or either with `+s` or `+ssc`. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** Reads the password again after Neo4j has refused it; default: the password does not change. */
  readonly readPassword?: () => Promise<string>;
  /** The name of the database; default: the user's home database. */
  readonly database?: string;
  /** Maximum number of statements that run at once; default 50. */
  readonly maxConnections?: number;
}

const connectTimeoutMs = 5_000;
const acquisitionTimeoutMs = 10_000;
const defaultMaxConnections = 50;
/**
 * Connections that are reserved for urgent statements and for the driver's own requests, such as routing in a cluster.
 */
const spareConnections = 4;

/** Opens a database; fails unless it is reachable, accepts the credentials and has a supported version. */
export async function openDatabase(target: DatabaseTarget): Promise<Database> {
  const driver = openDriver(target);
  try {
    const version = requireVersion(await fetchVersion(driver, target), target.uri);
    const seenVersion = new SeenVersion();
    const pool = new Pool(target.maxConnections ?? defaultMaxConnections);
    const sessions: Sessions = { driver, target, bookmarkManager: newBookmarkManager(target), seenVersion, pool };
    const runOnce = runRead.bind(undefined, sessions);
    const countRepeat = (): void => void (pool.repeatedReads += 1);
    const read: Database['read'] = isClusterUri(target)
      ? readWithFailover.bind(undefined, runOnce, countRepeat)
      : runOnce;
    // With bolt://, only a statement shows whether the database of that name exists.
    await read(probe);
    return {
      version,
      seenVersion,
      pool,
      reconnect: () => reconnect(sessions),
      read,
      write: (work) => runWrite(sessions, work),
      changeSchema: (statement) => runSchema(sessions, statement),
      close: () => sessions.driver.close(),
    };
  } catch (error) {
    await driver.close();
    throw error;
  }
}

function isClusterUri({ uri }: DatabaseTarget): boolean {
  return !uri.startsWith('bolt');
}

// With a single server, reads see earlier writes without bookmarks.
function newBookmarkManager(target: DatabaseTarget): BookmarkManager | undefined {
  return isClusterUri(target) ? neo4j.bookmarkManager() : undefined;
}

function reconnect(sessions: Sessions): void {
  const previousDriver = sessions.driver;
  sessions.driver = openDriver(sessions.target);
  sessions.pool.reset();
  // Not awaited: a connection that no longer responds may never close.
  previousDriver.close().catch(() => undefined);
}

function openDriver(target: DatabaseTarget): Driver {
  try {
    return neo4j.driver(target.uri, authOf(target), {
      disableLosslessIntegers: true,
      maxConnectionPoolSize: (target.maxConnections ?? defaultMaxConnections) + spareConnections,
      connectionTimeout: connectTimeoutMs,
      connectionAcquisitionTimeout: acquisitionTimeoutMs,
      connectionLivenessCheckTimeout: 30_000,
      maxTransactionRetryTime: 15_000,
      telemetryDisabled: true,
      // Notifications help authors of statements; Neo4j would send them with every result.
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      userAgent: 'aigc-atlas',
    });
  } catch (error) {
    throw translateDriverError(error, { target });
  }
}

// The driver requests a new token after Neo4j has refused the last one.
function authOf({ username, password, readPassword }: DatabaseTarget): AuthToken | AuthTokenManager {
  if (readPassword === undefined) return neo4j.auth.basic(username, password);
  return neo4j.authTokenManagers.basic({
    tokenProvider: async () => neo4j.auth.basic(username, await readPassword()),
  });
}

async function fetchVersion(driver: Driver, target: DatabaseTarget): Promise<string> {
  try {
    const info = await driver.getServerInfo(target.database === undefined ? {} : { database: target.database });
    return parseVersion(info.agent);
  } catch (error) {
    throw translateDriverError(error, { target });
  }
}
