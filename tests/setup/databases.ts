import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Database, type DatabaseTarget } from '../../src/neo4j/database.js';
import { emptyDatabase } from './empty-database.js';
import { leaseScratch, requestTarget, type Lease } from './pool-client.js';

/** A database for the tests of one file; its members may be used from `beforeAll` on. */
export interface TestDatabase {
  readonly database: Database;
  readonly target: DatabaseTarget;
}

/** The database that all files share, loaded with the article: for tests that only read. */
export function sharedNeo4j(): TestDatabase {
  return useDatabase(() => requestTarget(inject('neo4jPool')));
}

/** A database that this file may write to, emptied first: no other file has it until this one has ended. */
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

/** What this worker has of the pool, and how many of its suites use it. */
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
