import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { cypherStatements } from './cypher-statements.js';
import { writtenStatements } from './written-statements.js';

/** Tests that Neo4j can plan the selected statements of `cypher/` and of the statement builders. */
export function describeUnderstood(isWanted: (name: string) => boolean): void {
  const neo4j = sharedNeo4j();

  describe('each statement of cypher/ or of a statement builder', () => {
    const wanted = [...cypherStatements(), ...writtenStatements()].filter(({ name }) => isWanted(name));

    it.each(wanted)('$name is valid in Neo4j', async ({ name, text }) => {
      const explained = { name: `test/explain/${name}`, text: `EXPLAIN ${text}`, parameters: {} };
      await expect(neo4j.database.schema(explained)).resolves.toBeUndefined();
    });
  });
}
