import type { Database, Statement } from '../../src/neo4j/database.js';

/** A database that records the statements that it reads, except those that only read the version of the data. */
export interface RecordingDatabase extends Database {
  /** Returns and clears the recorded statements. */
  takeStatements(): readonly Statement[];
}

/** Wraps a database and records its statements. */
export function recordStatements(database: Database): RecordingDatabase {
  let statements: Statement[] = [];
  return {
    ...database,
    read: (statement) => {
      if (statement.name !== 'dataset/read-version') statements.push(statement);
      return database.read(statement);
    },
    takeStatements: () => {
      const recorded = statements;
      statements = [];
      return recorded;
    },
  };
}
