import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { columnNames, oddVariables, parameterNames, parseCypherFile } from './cypher-text.js';
import { cypherStatements } from './cypher-statements.js';
import { describeUnderstood } from './describe-understood.js';
import { projectFiles, readProjectFile } from './project-files.js';
import { writtenStatements } from './written-statements.js';

const neo4j = sharedNeo4j();

// Neo4j is slow to plan the statements of path/, which tests/path runs; cypher-files.long.test.ts includes them.
describeUnderstood((name) => !name.startsWith('path/'));

const all = projectFiles();
const statements = cypherStatements();
const program = all
  .filter((path) => /^src\/.*\.ts$/.test(path) && !path.endsWith('.test.ts') && !path.startsWith('src/generated/'))
  .map((path) => ({ path, text: readProjectFile(path) }));

describe('each statement of cypher/', () => {
  it('is in a .cypher file named verb-noun, in a directory of cypher/', () => {
    const named = /^cypher\/[a-z]+\/[a-z]+(-[a-z]+)+\.cypher$/;
    expect(statements.map(({ path }) => path).filter((path) => !named.test(path))).toEqual([]);
  });

  it('documents its purpose, parameters, columns and, if it searches, index in its header', () => {
    const silent = statements.filter(({ text }) => {
      const { header, statement } = parseCypherFile(text);
      const searches = /^\s*(MATCH|MERGE)\b/m.test(statement);
      const wanted = ['Purpose', 'Parameters', 'Columns', ...(searches ? ['Index'] : [])];
      return !text.startsWith('// Purpose: ') || wanted.some((keyword) => !header.has(keyword));
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('uses exactly the parameters that its header declares', () => {
    const compared = statements.map(({ name, text }) => {
      const { header, statement } = parseCypherFile(text);
      return { name, declared: parameterNames(header.get('Parameters') ?? ''), used: parameterNames(statement) };
    });
    expect(compared.filter(({ declared, used }) => declared.join() !== used.join())).toEqual([]);
  });

  it('documents each returned column in its header', () => {
    const untold = statements.flatMap(({ name, text }) => {
      const { header, statement } = parseCypherFile(text);
      const told = new Set((header.get('Columns') ?? '').match(/\w+/g));
      return columnNames(statement).flatMap((column) => (told.has(column) ? [] : `${name}: ${column}`));
    });
    expect(untold).toEqual([]);
  });

  it('is one statement, with variables in lower camel case and a colon before each type', () => {
    const odd = [...statements, ...writtenStatements()].flatMap(({ name, text }) => {
      const { statement } = parseCypherFile(text);
      return [...oddVariables(statement), ...(statement.match(/;/g) ?? [])].map((found) => `${name}: ${found}`);
    });
    expect(odd).toEqual([]);
  });

  it('is used by exactly one file of src/', () => {
    const used = statements.map(({ name }) => ({
      name,
      users: program.filter(({ text }) => text.includes(`'${name}'`)).map(({ path }) => path),
    }));
    expect(used.filter(({ users }) => users.length !== 1)).toEqual([]);
  });
});

describe('the statement parser', () => {
  it('finds a relationship type without its colon, which Neo4j parses as a variable', async () => {
    const decoy = 'MATCH (company:Company)-[DEVELOPS]->(tool) RETURN count(DISTINCT tool) AS found';
    const meant = decoy.replace('[DEVELOPS]', '[:DEVELOPS]');
    const count = async (text: string) => (await neo4j.database.read({ name: 'test/decoy', text, parameters: {} }))[0];
    expect(await count(decoy)).not.toEqual(await count(meant));
    expect(oddVariables(decoy)).toEqual(['DEVELOPS']);
    expect(oddVariables(meant)).toEqual([]);
  });

  it('finds variables that are not in lower camel case, and ignores strings, functions and property keys', () => {
    const text = "MATCH (Node:Company {kind: 'BIG_TECH'})<-[my_relation:USES]-(b) RETURN COUNT(b) AS Total, Node['X']";
    expect(oddVariables(text)).toEqual(['my_relation', 'Node', 'Total']);
  });

  it('finds the columns of the last RETURN, including nested expressions', () => {
    const text = 'CALL () {\n  RETURN 1 AS inner\n}\nRETURN {a: [1, 2]} AS map, list[..2] AS kept,\n  place';
    expect(columnNames(text)).toEqual(['map', 'kept', 'place']);
  });
});
