import type { Database } from '../neo4j/database.js';
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
  const nothingSeen = new SeenVersion();
  const there = async (): Promise<Database> => {
    if (current === undefined) throw unreachable('No Neo4j is connected yet.');
    return current;
  };
  return {
    database: {
      get version() {
        return current?.version ?? '';
      },
      get seen() {
        return current?.seen ?? nothingSeen;
      },
      read: async (statement) => (await there()).read(statement),
      write: async (work) => (await there()).write(work),
      schema: async (statement) => (await there()).schema(statement),
      close: async () => current?.close(),
    },
    use: (next) => {
      const before = current;
      current = next;
      return before;
    },
  };
}
