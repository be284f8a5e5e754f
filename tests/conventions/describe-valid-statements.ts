import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { cypherStatements } from './cypher-statements.js';
import { builtStatements } from './built-statements.js';

/** Tests that Neo4j can plan the selected statements of `cypher/` and of the statement builders. */
export function describeValidStatements(isIncluded: (name: string) => boolean): void {
  const neo4j = sharedNeo4j();

  describe('each statement of cypher/ or of a statement builder', () => {
    const statements = [...cypherStatements(), ...builtStatements()].filter(({ name }) => isIncluded(name));

    it.each(statements)('$name is valid in Neo4j', async ({ name, text }) => {
      const explainStatement = { name: `test/explain/${name}`, text: `EXPLAIN ${text}`, parameters: {} };
      await expect(neo4j.database.changeSchema(explainStatement)).resolves.toBeUndefined();
    });
  });
}
