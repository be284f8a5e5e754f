import type { Database, Statement } from '../../src/neo4j/database.js';

/** A health probe of Neo4j and whether it succeeded; undefined while it runs. */
export interface ProbeSeen {
  isAnswered: boolean | undefined;
}

/** Records the reads that a server attempts, so that a test can check that none was attempted. */
export class Attempts {
  /** All probes, in the order in which they started. */
  readonly probes: ProbeSeen[] = [];
  /** The number of reads that have started, without probes. */
  reads = 0;

  /** Wraps a database and records its reads. */
  on(database: Database): Database {
    return {
      ...database,
      read: (statement) => {
        if (statement.name === 'neo4j/probe') return this.probe(database, statement);
        this.reads += 1;
        return database.read(statement);
      },
    };
  }

  private async probe(database: Database, statement: Statement): ReturnType<Database['read']> {
    const seen: ProbeSeen = { isAnswered: undefined };
    this.probes.push(seen);
    try {
      const rows = await database.read(statement);
      seen.isAnswered = true;
      return rows;
    } catch (error) {
      seen.isAnswered = false;
      throw error;
    }
  }
}
