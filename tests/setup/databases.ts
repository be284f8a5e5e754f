import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Database, type DatabaseTarget } from '../../src/neo4j/database.js';
import type { RunningNeo4j } from '../../src/neo4j/ways/running.js';
import { startTestNeo4j } from './test-neo4j.js';

/** A database for the tests of one file; its members may be used from `beforeAll` on. */
export interface TestDatabase {
  readonly database: Database;
  readonly target: DatabaseTarget;
}

/** The database that all files share, loaded with the article: for tests that only read. */
export function sharedNeo4j(): TestDatabase {
  const target = inject('sharedNeo4j');
  return useDatabase(async () => target);
}

/** An empty database of this file's own, in a Neo4j started for it (some seconds): for tests that write. */
export function startNeo4j(): TestDatabase {
  let neo4j: RunningNeo4j | undefined;
  const database = useDatabase(async () => {
    neo4j = await startTestNeo4j(() => undefined);
    return neo4j.target;
  });
  afterAll(() => neo4j?.stop());
  return database;
}

function useDatabase(provide: () => Promise<DatabaseTarget>): TestDatabase {
  let opened: TestDatabase | undefined;
  beforeAll(async () => {
    const target = await provide();
    opened = { database: await openDatabase(target), target };
  });
  afterAll(() => opened?.database.close());
  const get = (): TestDatabase => {
    if (opened === undefined) throw new Error('The test database is used before "beforeAll" has opened it.');
    return opened;
  };
  return {
    get database() {
      return get().database;
    },
    get target() {
      return get().target;
    },
  };
}
