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
export function replaceableDatabase(): ReplaceableDatabase {
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
    seen: new SeenVersion(),
    pool: new Pool(0),
    reconnect: () => undefined,
    read: fail,
    write: fail,
    schema: fail,
    close: async () => undefined,
  };
}

/** A Database that forwards each call to the current database. */
function forwardDatabase(current: () => Database): Database {
  return {
    get version() {
      return current().version;
    },
    get seen() {
      return current().seen;
    },
    get pool() {
      return current().pool;
    },
    reconnect: () => current().reconnect(),
    read: (statement) => current().read(statement),
    write: (work) => current().write(work),
    schema: (statement) => current().schema(statement),
    close: () => current().close(),
  };
}
