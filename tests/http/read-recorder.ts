import type { Database, Statement } from '../../src/neo4j/database.js';

/** A health probe of Neo4j and whether it succeeded; undefined while it runs. */
export interface ProbeRecord {
  hasSucceeded: boolean | undefined;
}

/** Records the reads that a server attempts, so that a test can check that none was attempted. */
export class ReadRecorder {
  /** All probes, in the order in which they started. */
  readonly probes: ProbeRecord[] = [];
  /** The number of reads that have started, without probes. */
  readCount = 0;

  /** Wraps a database and records its reads. */
  wrap(database: Database): Database {
    return {
      ...database,
      read: (statement) => {
        if (statement.name === 'neo4j/probe') return this.probe(database, statement);
        this.readCount += 1;
        return database.read(statement);
      },
    };
  }

  private async probe(database: Database, statement: Statement): ReturnType<Database['read']> {
    const record: ProbeRecord = { hasSucceeded: undefined };
    this.probes.push(record);
    try {
      const rows = await database.read(statement);
      record.hasSucceeded = true;
      return rows;
    } catch (error) {
      record.hasSucceeded = false;
      throw error;
    }
  }
}
