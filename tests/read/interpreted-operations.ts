import { describe, expect, it } from 'vitest';
import { readOperation } from '../operations/read-operation.js';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

/** Tests that files of `operations/` are answered the same by shared statements and by statements of their own. */
export function describeInterpretedOperations(names: readonly string[]): void {
  describe('An operation that is interpreted', () => {
    const neo4j = sharedNeo4j();
    const interpreting = listen(() => neo4j.database, { read: { cache: false, compileAfter: 1_000_000 } });
    const compiling = listen(() => neo4j.database, { read: { cache: false, compileAfter: 0 } });

    it.each(names)('is answered like one that is compiled: %s', async (name) => {
      const query = readOperation(name);
      expect(await interpreting.ask(query)).toEqual(await compiling.ask(query));
    });
  });
}
