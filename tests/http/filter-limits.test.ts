import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { recordStatements, type RecordingDatabase } from '../setup/recording-database.js';
import { codesOf, httpServer, type HttpResponse } from './http-server.js';

const neo4j = sharedNeo4j();
let recordingDatabase: RecordingDatabase;
const server = httpServer(
  () => (recordingDatabase = recordStatements(neo4j.database)),
  { operationTimeoutMs: 600_000 },
  false,
);

const repeat = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(', ');
const nestNot = (depth: number, inner: string): string => `${'not: { '.repeat(depth)}${inner}${' }'.repeat(depth)}`;
const nameCondition = (index: number): string => `{ name: { contains: "${index}" } }`;

async function send(query: string, variables: object = {}): Promise<HttpResponse> {
  recordingDatabase.takeStatements();
  return server.post({ query, variables });
}

describe('a filter is rejected without a query to Neo4j if', () => {
  it.each([
    ['it is too deep', `{ tools(where: { ${nestNot(10, 'name: { eq: "a" }')} }) { totalCount } }`, 'BAD_USER_INPUT'],
    [
      'it is far too deep',
      `{ tools(where: { ${nestNot(300, 'name: { eq: "a" }')} }) { totalCount } }`,
      'BAD_USER_INPUT',
    ],
    [
      'it has too many conditions',
      `{ tools(where: { or: [${repeat(101, nameCondition)}] }) { totalCount } }`,
      'BAD_USER_INPUT',
    ],
    [
      'the statement repeats its conditions too often',
      `{ companies(where: { or: [${repeat(80, nameCondition)}] }) { totalCount nodes { slug } a: groups(by: KIND) { key } b: groups(by: REGION) { key } } }`,
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'many root fields have a filter each',
      `{ ${repeat(40, (index) => `a${index}: tools(where: { or: [${repeat(5 + index, nameCondition)}] }) { totalCount nodes { slug } }`)} }`,
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'many nested lists have a filter each',
      `{ companies { nodes { ...F } } } fragment F on Company { ${repeat(50, (index) => `a${index}: tools(where: { or: [${repeat(10, nameCondition)}, ${nameCondition(index)}] }) { totalCount }`)} }`,
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'many values are compared for each of many items',
      `{ companies(first: 100) { nodes { tools(where: { name: { in: [${repeat(2_000, (index) => `"${index}"`)}] } }) { totalCount } } } }`,
      'COST_LIMIT_EXCEEDED',
    ],
  ])('%s', async (_, query, code) => {
    const response = await send(query);
    expect([response.status, codesOf(response)]).toEqual([400, [code]]);
    expect(response.body.errors?.[0]?.message).toMatch(
      /at most \d+,? .*(nested deeper|this one (has|costs) \d+)\. [A-Z]/,
    );
    expect(recordingDatabase.takeStatements()).toEqual([]);
  });

  it.each([
    ['a variable', 'query ($w: ToolWhere) { tools(where: $w) { totalCount } }', (w: unknown) => ({ w })],
    [
      'a variable inside a literal',
      'query ($w: ToolWhere!) { tools(where: { and: [$w] }) { totalCount } }',
      (w: unknown) => ({ w }),
    ],
    [
      'a list variable',
      'query ($w: [ToolWhere!]) { tools(where: { or: $w }) { totalCount } }',
      (w: unknown) => ({ w: [w] }),
    ],
  ])('it is too deep and sent in %s', async (_, query, variablesOf) => {
    const deepFilter = Array.from({ length: 300 }).reduce((inner) => ({ not: inner }), {});
    const response = await send(query, variablesOf(deepFilter));
    expect([response.status, codesOf(response)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(recordingDatabase.takeStatements()).toEqual([]);
    expect(codesOf(await send(query, variablesOf({ slug: { eq: 'kite' } })))).toEqual([]);
  });
});

describe('a filter within the limits is answered, even if it', () => {
  const chainRelations = (depth: number): string =>
    depth === 0 ? 'degree: { gte: 0 }' : `${depth % 2 ? 'holds' : 'belongsTo'}: { ${chainRelations(depth - 1)} }`;

  it.each([
    ['is deep', `{ tools(where: { ${nestNot(9, 'name: { eq: "a" }')} }) { totalCount } }`],
    ['has many conditions', `{ tools(where: { or: [${repeat(100, nameCondition)}] }) { totalCount nodes { slug } } }`],
    [
      'compares dozens of names',
      `{ tools(where: { name: { in: [${repeat(60, (n) => `"${n}"`)}] } }) { totalCount nodes { slug } } }`,
    ],
    ['follows a chain of relations', `{ domains(where: { ${chainRelations(7)} }) { totalCount nodes { slug } } }`],
    [
      'has many sibling relations',
      `{ domains(where: { and: [${repeat(30, () => `{ ${chainRelations(1)} }`)}] }) { totalCount nodes { slug } } }`,
    ],
    [
      'negates relations',
      '{ domains(where: { not: { holds: { not: { belongsTo: { not: { holds: { not: { belongsTo: {} } } } } } } } }) { totalCount } }',
    ],
    [
      'alternates AND and OR',
      `{ tools(where: { ${['or', 'and', 'or', 'and', 'or', 'and', 'or', 'and'].reduce((inner, logic) => `${logic}: [${repeat(5, nameCondition)}, { ${inner} }]`, 'name: { eq: "a" }')} }) { totalCount } }`,
    ],
  ])('%s', async (_, query) => {
    const response = await send(query);
    expect([response.status, codesOf(response)]).toEqual([200, []]);
    expect(recordingDatabase.takeStatements().length).toBeGreaterThan(0);
  });
});
