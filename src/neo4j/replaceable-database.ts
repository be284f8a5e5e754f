import type { Database } from './database.js';
import { unavailableError } from './outage.js';
import { Pool } from './pool.js';
import { SeenVersion } from './seen-version.js';

/** A Database whose connection is supplied later and may be replaced. */
export interface ReplaceableDatabase {
  /** Rejects all calls with DATABASE_UNAVAILABLE while no connection is supplied. */
  readonly database: Database;
  /** Replaces the connection, by none if `next` is undefined; returns the previous one, which the caller must close. */
  readonly replace: (next: Database | undefined) => Database | undefined;
}

/** Creates a Database whose connection is supplied later. */
export function newReplaceableDatabase(): ReplaceableDatabase {
  const disconnected = disconnectedDatabase();
  let current: Database | undefined;
  return {
    database: forwardDatabase(() => current ?? disconnected),
    replace: (next) => {
      const previous = current;
      current = next;
      return previous;
    },
  };
}

function disconnectedDatabase(): Database {
  const fail = async (): Promise<never> => {
    throw unavailableError('No Neo4j is connected yet.');
  };
  return {
    version: '',
    seenVersion: new SeenVersion(),
    pool: new Pool(0),
    reconnect: () => undefined,
    read: fail,
    write: fail,
    changeSchema: fail,
    close: async () => undefined,
  };
}

/** A Database that forwards each call to the current database. */
function forwardDatabase(getCurrent: () => Database): Database {
  return {
    get version() {
      return getCurrent().version;
    },
    get seenVersion() {
      return getCurrent().seenVersion;
    },
    get pool() {
      return getCurrent().pool;
    },
    reconnect: () => getCurrent().reconnect(),
    read: (statement) => getCurrent().read(statement),
    write: (work) => getCurrent().write(work),
    changeSchema: (statement) => getCurrent().changeSchema(statement),
    close: () => getCurrent().close(),
  };
}
