import type { Database } from '../neo4j/database.js';

/** The same database with another way to read; also where the database behind it is replaced later. */
export function withRead(database: Database, read: Database['read']): Database {
  return {
    get version() {
      return database.version;
    },
    get seen() {
      return database.seen;
    },
    get pool() {
      return database.pool;
    },
    reconnect: () => database.reconnect(),
    read,
    write: (work) => database.write(work),
    schema: (statement) => database.schema(statement),
    close: () => database.close(),
  };
}
