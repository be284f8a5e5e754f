import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { recording, type RecordingDatabase } from '../setup/recording.js';
import { codesOf, httpServer, type HttpAnswer } from './http-server.js';

const neo4j = sharedNeo4j();
let recorded: RecordingDatabase;
const server = httpServer(() => (recorded = recording(neo4j.database)), { operationTimeoutMs: 600_000 }, false);

const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(', ');
const within = (depth: number, inner: string): string => `${'not: { '.repeat(depth)}${inner}${' }'.repeat(depth)}`;
const name = (index: number): string => `{ name: { contains: "${index}" } }`;

async function ask(query: string, variables: object = {}): Promise<HttpAnswer> {
  recorded.taken();
  return server.post({ query, variables });
}

describe('a filter is rejected without a query to Neo4j if', () => {
  it.each([
    ['it is too deep', `{ tools(where: { ${within(10, 'name: { eq: "a" }')} }) { totalCount } }`, 'BAD_USER_INPUT'],
    [
      'it is far too deep',
      `{ tools(where: { ${within(300, 'name: { eq: "a" }')} }) { totalCount } }`,
      'BAD_USER_INPUT',
    ],
    ['it has too many conditions', `{ tools(where: { or: [${many(101, name)}] }) { totalCount } }`, 'BAD_USER_INPUT'],
    [
      'the statement repeats its conditions too often',
      `{ companies(where: { or: [${many(80, name)}] }) { totalCount nodes { slug } a: groups(by: KIND) { key } b: groups(by: REGION) { key } } }`,
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'many root fields have a filter each',
      `{ ${many(40, (index) => `a${index}: tools(where: { or: [${many(5 + index, name)}] }) { totalCount nodes { slug } }`)} }`,
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'many nested lists have a filter each',
      `{ companies { nodes { ...F } } } fragment F on Company { ${many(50, (index) => `a${index}: tools(where: { or: [${many(10, name)}, ${name(index)}] }) { totalCount }`)} }`,
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'many values are compared for each of many items',
      `{ companies(first: 100) { nodes { tools(where: { name: { in: [${many(2_000, (index) => `"${index}"`)}] } }) { totalCount } } } }`,
      'COST_LIMIT_EXCEEDED',
    ],
  ])('%s', async (_, query, code) => {
    const answer = await ask(query);
    expect([answer.status, codesOf(answer)]).toEqual([400, [code]]);
    expect(answer.body.errors?.[0]?.message).toMatch(
      /at most \d+,? .*(nested deeper|this one (has|costs) \d+)\. [A-Z]/,
    );
    expect(recorded.taken()).toEqual([]);
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
    const deep = Array.from({ length: 300 }).reduce((inner) => ({ not: inner }), {});
    const answer = await ask(query, variablesOf(deep));
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(recorded.taken()).toEqual([]);
    expect(codesOf(await ask(query, variablesOf({ slug: { eq: 'kite' } })))).toEqual([]);
  });
});

describe('a filter within the limits is answered, even if it', () => {
  const chain = (depth: number): string =>
    depth === 0 ? 'degree: { gte: 0 }' : `${depth % 2 ? 'holds' : 'belongsTo'}: { ${chain(depth - 1)} }`;

  it.each([
    ['is deep', `{ tools(where: { ${within(9, 'name: { eq: "a" }')} }) { totalCount } }`],
    ['has many conditions', `{ tools(where: { or: [${many(100, name)}] }) { totalCount nodes { slug } } }`],
    [
      'compares dozens of names',
      `{ tools(where: { name: { in: [${many(60, (n) => `"${n}"`)}] } }) { totalCount nodes { slug } } }`,
    ],
    ['follows a chain of relations', `{ domains(where: { ${chain(7)} }) { totalCount nodes { slug } } }`],
    [
      'has many sibling relations',
      `{ domains(where: { and: [${many(30, () => `{ ${chain(1)} }`)}] }) { totalCount nodes { slug } } }`,
    ],
    [
      'negates relations',
      '{ domains(where: { not: { holds: { not: { belongsTo: { not: { holds: { not: { belongsTo: {} } } } } } } } }) { totalCount } }',
    ],
    [
      'alternates AND and OR',
      `{ tools(where: { ${['or', 'and', 'or', 'and', 'or', 'and', 'or', 'and'].reduce((inner, logic) => `${logic}: [${many(5, name)}, { ${inner} }]`, 'name: { eq: "a" }')} }) { totalCount } }`,
    ],
  ])('%s', async (_, query) => {
    const answer = await ask(query);
    expect([answer.status, codesOf(answer)]).toEqual([200, []]);
    expect(recorded.taken().length).toBeGreaterThan(0);
  });
});
