import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Database, type DatabaseTarget } from '../../src/neo4j/database.js';
import { emptyDatabase } from './empty-database.js';
import { requestTarget } from './neo4j-pool.js';

/** A database for the tests of one file; its members may be used from `beforeAll` on. */
export interface TestDatabase {
  readonly database: Database;
  readonly target: DatabaseTarget;
}

/** The database that all files share, loaded with the article: for tests that only read. */
export function sharedNeo4j(): TestDatabase {
  return useDatabase(() => requestTarget(inject('neo4jPool'), 'article'));
}

/** A database that this file may write to, emptied first: one for each worker. */
export function scratchNeo4j(): TestDatabase {
  return useDatabase(async () => {
    const target = await requestTarget(inject('neo4jPool'), `scratch/${process.pid}`);
    await emptyDatabase(target);
    return target;
  });
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
