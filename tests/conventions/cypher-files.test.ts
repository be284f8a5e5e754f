import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { columnNames, misnamedVariables, parameterNames, parseCypherFile } from './cypher-text.js';
import { cypherStatements } from './cypher-statements.js';
import { describeValidStatements } from './describe-valid-statements.js';
import { projectFiles, readProjectFile } from './project-files.js';
import { builtStatements } from './built-statements.js';

const neo4j = sharedNeo4j();

// Neo4j is slow to plan the statements of path/, which tests/path runs; cypher-files.long.test.ts includes them.
describeValidStatements((name) => !name.startsWith('path/'));

const allPaths = projectFiles();
const statements = cypherStatements();
const sources = allPaths
  .filter((path) => /^src\/.*\.ts$/.test(path) && !path.endsWith('.test.ts') && !path.startsWith('src/generated/'))
  .map((path) => ({ path, text: readProjectFile(path) }));

describe('each statement of cypher/', () => {
  it('is in a .cypher file named verb-noun, in a directory of cypher/', () => {
    const pathPattern = /^cypher\/[a-z]+\/[a-z]+(-[a-z]+)+\.cypher$/;
    expect(statements.map(({ path }) => path).filter((path) => !pathPattern.test(path))).toEqual([]);
  });

  it('documents its purpose, parameters, columns and, if it searches, index in its header', () => {
    const undocumented = statements.filter(({ text }) => {
      const { header, statement } = parseCypherFile(text);
      const hasMatch = /^\s*(MATCH|MERGE)\b/m.test(statement);
      const requiredKeywords = ['Purpose', 'Parameters', 'Columns', ...(hasMatch ? ['Index'] : [])];
      return !text.startsWith('// Purpose: ') || requiredKeywords.some((keyword) => !header.has(keyword));
    });
    expect(undocumented.map(({ name }) => name)).toEqual([]);
  });

  it('uses exactly the parameters that its header declares', () => {
    const parameterSets = statements.map(({ name, text }) => {
      const { header, statement } = parseCypherFile(text);
      return { name, declared: parameterNames(header.get('Parameters') ?? ''), used: parameterNames(statement) };
    });
    expect(parameterSets.filter(({ declared, used }) => declared.join() !== used.join())).toEqual([]);
  });

  it('documents each returned column in its header', () => {
    const undocumentedColumns = statements.flatMap(({ name, text }) => {
      const { header, statement } = parseCypherFile(text);
      const documentedColumns = new Set((header.get('Columns') ?? '').match(/\w+/g));
      return columnNames(statement).flatMap((column) => (documentedColumns.has(column) ? [] : `${name}: ${column}`));
    });
    expect(undocumentedColumns).toEqual([]);
  });

  it('is one statement, with variables in lower camel case and a colon before each type', () => {
    const violations = [...statements, ...builtStatements()].flatMap(({ name, text }) => {
      const { statement } = parseCypherFile(text);
      return [...misnamedVariables(statement), ...(statement.match(/;/g) ?? [])].map(
        (violation) => `${name}: ${violation}`,
      );
    });
    expect(violations).toEqual([]);
  });

  it('is used by exactly one file of src/', () => {
    const usages = statements.map(({ name }) => ({
      name,
      users: sources.filter(({ text }) => text.includes(`'${name}'`)).map(({ path }) => path),
    }));
    expect(usages.filter(({ users }) => users.length !== 1)).toEqual([]);
  });
});

describe('the statement parser', () => {
  it('finds a relationship type without its colon, which Neo4j parses as a variable', async () => {
    const malformed = 'MATCH (company:Company)-[DEVELOPS]->(tool) RETURN count(DISTINCT tool) AS found';
    const corrected = malformed.replace('[DEVELOPS]', '[:DEVELOPS]');
    const count = async (text: string) => (await neo4j.database.read({ name: 'test/decoy', text, parameters: {} }))[0];
    expect(await count(malformed)).not.toEqual(await count(corrected));
    expect(misnamedVariables(malformed)).toEqual(['DEVELOPS']);
    expect(misnamedVariables(corrected)).toEqual([]);
  });

  it('finds variables that are not in lower camel case, and ignores strings, functions and property keys', () => {
    const text = "MATCH (Node:Company {kind: 'BIG_TECH'})<-[my_relation:USES]-(b) RETURN COUNT(b) AS Total, Node['X']";
    expect(misnamedVariables(text)).toEqual(['my_relation', 'Node', 'Total']);
  });

  it('finds the columns of the last RETURN, including nested expressions', () => {
    const text = 'CALL () {\n  RETURN 1 AS inner\n}\nRETURN {a: [1, 2]} AS map, list[..2] AS kept,\n  place';
    expect(columnNames(text)).toEqual(['map', 'kept', 'place']);
  });
});
