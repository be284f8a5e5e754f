import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Database, type DatabaseTarget } from '../../src/neo4j/database.js';
import { clearDatabase } from './clear-database.js';
import { leaseScratch, requestTarget, type Lease } from './pool-client.js';

/** A database for the tests of one file; usable from `beforeAll` on. */
export interface TestDatabase {
  readonly database: Database;
  readonly target: DatabaseTarget;
}

/** Provides the database that all test files share, loaded with the article, for tests that only read. */
export function sharedNeo4j(): TestDatabase {
  return provideDatabase(() => requestTarget(inject('neo4jPool')));
}

/** Provides an empty database to write to, with exclusive access until the tests of this file end. */
export function scratchNeo4j(): TestDatabase {
  const testDatabase = provideDatabase(async () => {
    suiteCount += 1;
    const { target } = await (lease ??= leaseScratch(inject('neo4jPool')));
    await clearDatabase(target);
    return target;
  });
  afterAll(async () => {
    suiteCount -= 1;
    if (suiteCount > 0) return;
    const finishedLease = lease;
    lease = undefined;
    (await finishedLease)?.release();
  });
  return testDatabase;
}

/** This worker's lease of the scratch instance, and how many test suites use it. */
let lease: Promise<Lease> | undefined;
let suiteCount = 0;

function provideDatabase(getTarget: () => Promise<DatabaseTarget>): TestDatabase {
  let testDatabase: TestDatabase | undefined;
  beforeAll(async () => {
    const target = await getTarget();
    testDatabase = { database: await openDatabase(target), target };
  });
  afterAll(() => testDatabase?.database.close());
  const requireOpened = (): TestDatabase => {
    if (testDatabase === undefined) throw new Error('The test database is used before "beforeAll" has opened it.');
    return testDatabase;
  };
  return {
    get database() {
      return requireOpened().database;
    },
    get target() {
      return requireOpened().target;
    },
  };
}
