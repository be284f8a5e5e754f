import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { cypherStatements } from './cypher-statements.js';
import { writtenStatements } from './written-statements.js';

/** Tests that Neo4j understands the files of `cypher/`, and the statements that code writes, whose names are wanted. */
export function describeUnderstood(isWanted: (name: string) => boolean): void {
  const neo4j = sharedNeo4j();

  describe('every statement of cypher/ or written for arguments', () => {
    const wanted = [...cypherStatements(), ...writtenStatements()].filter(({ name }) => isWanted(name));

    it.each(wanted)('$name is understood by Neo4j', async ({ name, text }) => {
      const explained = { name: `test/explain/${name}`, text: `EXPLAIN ${text}`, parameters: {} };
      await expect(neo4j.database.schema(explained)).resolves.toBeUndefined();
    });
  });
}
