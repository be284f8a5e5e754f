import type { Database, Statement } from '../../src/neo4j/database.js';

/** A database that also writes down which statements it was asked to read. */
export interface RecordingDatabase extends Database {
  /** The statements since the last call. */
  taken(): readonly Statement[];
}

/** Wraps a database so that tests see the statements it runs. */
export function recording(database: Database): RecordingDatabase {
  let statements: Statement[] = [];
  return {
    ...database,
    read: (statement) => {
      statements.push(statement);
      return database.read(statement);
    },
    taken: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
  };
}
