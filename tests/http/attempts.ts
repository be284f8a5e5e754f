import type { Database, Statement } from '../../src/neo4j/database.js';

/** A question whether Neo4j is there, and how it ended; undefined while it is under way. */
export interface ProbeSeen {
  isAnswered: boolean | undefined;
}

/** What a server tries to read from Neo4j: by it a test sees what was not even tried. */
export class Attempts {
  /** In the order in which they began. */
  readonly probes: ProbeSeen[] = [];
  /** How many reads have begun that are no probes. */
  reads = 0;

  /** The same database, whose reads are written down here. */
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
