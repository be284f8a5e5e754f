import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { columnNames, oddVariables, parameterNames, parseCypherFile } from './cypher-text.js';
import { cypherStatements } from './cypher-statements.js';
import { describeUnderstood } from './describe-understood.js';
import { projectFiles, readProjectFile } from './project-files.js';
import { writtenStatements } from './written-statements.js';

const neo4j = sharedNeo4j();

// Neo4j takes a while to plan the walks, which the tests of path/ run; cypher-files.long.test.ts has them, too.
describeUnderstood((name) => !name.startsWith('path/'));

const all = projectFiles();
const statements = cypherStatements();
const program = all
  .filter((path) => /^src\/.*\.ts$/.test(path) && !path.endsWith('.test.ts') && !path.startsWith('src/generated/'))
  .map((path) => ({ path, text: readProjectFile(path) }));

describe('every statement of cypher/', () => {
  it('stands in a .cypher file of a concept, named verb-noun', () => {
    const named = /^cypher\/[a-z]+\/[a-z]+(-[a-z]+)+\.cypher$/;
    expect(statements.map(({ path }) => path).filter((path) => !named.test(path))).toEqual([]);
  });

  it('tells its purpose, parameters and columns in its header, and the index that a search leans on', () => {
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

  it('names in its header each column that it returns', () => {
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

describe('the reading of statements', () => {
  it('finds a relationship type that has lost its colon, which Neo4j takes for a variable', async () => {
    const decoy = 'MATCH (company:Company)-[DEVELOPS]->(tool) RETURN count(DISTINCT tool) AS found';
    const meant = decoy.replace('[DEVELOPS]', '[:DEVELOPS]');
    const count = async (text: string) => (await neo4j.database.read({ name: 'test/decoy', text, parameters: {} }))[0];
    expect(await count(decoy)).not.toEqual(await count(meant));
    expect(oddVariables(decoy)).toEqual(['DEVELOPS']);
    expect(oddVariables(meant)).toEqual([]);
  });

  it('finds variables in another case, but no strings, functions or property keys', () => {
    const text = "MATCH (Node:Company {kind: 'BIG_TECH'})<-[my_relation:USES]-(b) RETURN COUNT(b) AS Total, Node['X']";
    expect(oddVariables(text)).toEqual(['my_relation', 'Node', 'Total']);
  });

  it('finds the columns of the last RETURN, whatever stands inside it', () => {
    const text = 'CALL () {\n  RETURN 1 AS inner\n}\nRETURN {a: [1, 2]} AS map, list[..2] AS kept,\n  place';
    expect(columnNames(text)).toEqual(['map', 'kept', 'place']);
  });
});
