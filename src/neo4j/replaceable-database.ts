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
    // Every property is read from the connection at that moment.
    database: new Proxy(disconnected, { get: (_, key): unknown => Reflect.get(current ?? disconnected, key) }),
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
