import type { Database, Statement } from '../../src/neo4j/database.js';

/** A database that records the statements that it reads. */
export interface RecordingDatabase extends Database {
  /** Returns and clears the recorded statements. */
  takeStatements(): readonly Statement[];
}

/** Wraps a database and records the statements that it reads. */
export function recordStatements(database: Database): RecordingDatabase {
  let statements: Statement[] = [];
  return {
    ...database,
    read: (statement) => {
      statements.push(statement);
      return database.read(statement);
    },
    takeStatements: () => {
      const recorded = statements;
      statements = [];
      return recorded;
    },
  };
}
