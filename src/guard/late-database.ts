import type { Database } from '../neo4j/database.js';
import { Pool } from '../neo4j/pool.js';
import { SeenVersion } from '../neo4j/seen-version.js';
import { unreachable } from './outage.js';

/** A database that may come later, and may be replaced by another one. */
export interface LateDatabase {
  /** Fails with DATABASE_UNAVAILABLE as long as there is none. */
  readonly database: Database;
  /** Answers from this one from now on, and gives the one before, to be closed; from none where it is undefined. */
  use(next: Database | undefined): Database | undefined;
}

/** Makes a database of which none is there yet. */
export function lateDatabase(): LateDatabase {
  let current: Database | undefined;
  return {
    database: behind(() => current),
    use: (next) => {
      const before = current;
      current = next;
      return before;
    },
  };
}

function behind(current: () => Database | undefined): Database {
  const nothing = { version: '', seen: new SeenVersion(), pool: new Pool(0) };
  const there = async (): Promise<Database> => {
    const database = current();
    if (database === undefined) throw unreachable('No Neo4j is connected yet.');
    return database;
  };
  return {
    get version() {
      return (current() ?? nothing).version;
    },
    get seen() {
      return (current() ?? nothing).seen;
    },
    get pool() {
      return (current() ?? nothing).pool;
    },
    reconnect: () => current()?.reconnect(),
    read: async (statement) => (await there()).read(statement),
    write: async (work) => (await there()).write(work),
    schema: async (statement) => (await there()).schema(statement),
    close: async () => current()?.close(),
  };
}
