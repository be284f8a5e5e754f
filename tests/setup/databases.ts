import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Database, type DatabaseTarget } from '../../src/neo4j/database.js';
import { emptyDatabase } from './empty-database.js';
import { leaseScratch, requestTarget, type Lease } from './pool-client.js';

/** A database for the tests of one file; usable from `beforeAll` on. */
export interface TestDatabase {
  readonly database: Database;
  readonly target: DatabaseTarget;
}

/** Provides the database that all test files share, loaded with the article, for tests that only read. */
export function sharedNeo4j(): TestDatabase {
  return useDatabase(() => requestTarget(inject('neo4jPool')));
}

/** Provides an empty database to write to, with exclusive access until the tests of this file end. */
export function scratchNeo4j(): TestDatabase {
  const opened = useDatabase(async () => {
    users += 1;
    const { target } = await (lease ??= leaseScratch(inject('neo4jPool')));
    await emptyDatabase(target);
    return target;
  });
  afterAll(async () => {
    users -= 1;
    if (users > 0) return;
    const ended = lease;
    lease = undefined;
    (await ended)?.release();
  });
  return opened;
}

/** This worker's lease of the scratch instance, and how many test suites use it. */
let lease: Promise<Lease> | undefined;
let users = 0;

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
