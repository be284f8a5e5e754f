import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { explainOperators } from '../setup/explain.js';
import { recordStatements, type RecordingDatabase } from '../setup/recording-database.js';

const neo4j = sharedNeo4j();
let recorded: RecordingDatabase;
const api = serveApi(() => (recorded = recordStatements(neo4j.database)), {
  read: { executor: 'jit', isCacheEnabled: false },
});

describe('an index serves', () => {
  it.each([
    ['an entity by its slug', '{ company(slug: "openai") { name } }', /NodeUniqueIndexSeek/],
    ['an entity or relation by its id', '{ node(id: "Tool:kite") { id } }', /NodeUniqueIndexSeek/],
    ['a list in its default order', '{ tools(first: 5) { nodes { name } } }', /NodeIndexScan|NodeIndexSeekByRange/],
    ['a page after a cursor', 'CURSOR', /NodeIndexSeekByRange/],
    [
      'a name that contains a text',
      '{ tools(where: { name: { contains: "gpt" } }) { nodes { name } } }',
      /NodeIndexContainsScan/,
    ],
    [
      'a name that starts with a text',
      '{ tools(where: { name: { startsWith: "gpt" } }) { nodes { name } } }',
      /NodeIndexContainsScan/,
    ],
    [
      'a name that equals a text',
      '{ tools(where: { name: { eq: "gpt" } }) { nodes { name } } }',
      /NodeIndexContainsScan/,
    ],
    ['a slug in a filter', '{ tools(where: { slug: { eq: "kite" } }) { nodes { name } } }', /NodeUniqueIndexSeek/],
    [
      'a filter on a related entity',
      '{ tools(where: { developedBy: { slug: { eq: "openai" } } }) { nodes { name } } }',
      /NodeUniqueIndexSeek/,
    ],
    [
      'a region with its subregions',
      '{ companies(where: { locatedIn: { within: "asia" } }) { nodes { name } } }',
      /NodeUniqueIndexSeek/,
    ],
  ])('%s', async (_, query, operator) => {
    const operators = await planOperatorsOf(query === 'CURSOR' ? await secondPageQuery() : query);
    expect(operators.join(' ')).toMatch(operator);
    expect(operators).not.toContain('AllNodesScan');
    expect(operators).not.toContain('NodeByLabelScan');
  });

  it('the order of a list, so that the plan needs no sort', async () => {
    const operators = await planOperatorsOf('{ tools(first: 5) { nodes { name } } }');
    expect(operators.filter((operator) => /^(Partial)?(Sort|Top)$/.test(operator))).toEqual([]);
  });
});

async function secondPageQuery(): Promise<string> {
  const query = '{ tools(first: 5) { pageInfo { endCursor } } }';
  const { tools } = await api.query<{ tools: { pageInfo: { endCursor: string } } }>(query);
  return `{ tools(first: 5, after: "${tools.pageInfo.endCursor}") { nodes { name } } }`;
}

/** The operators of Neo4j's execution plan for the operation's statement. */
async function planOperatorsOf(query: string): Promise<string[]> {
  recorded.takeStatements();
  await api.query(query);
  const [statement] = recorded.takeStatements();
  if (!statement) throw new Error('The operation must run a statement, found none.');
  return explainOperators(neo4j.target, statement);
}
