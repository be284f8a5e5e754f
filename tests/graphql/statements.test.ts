import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { serveApi, type Variables } from '../setup/api.js';
import { countDbHits } from '../setup/explain.js';
import { recordStatements, type RecordingDatabase } from '../setup/recording-database.js';

const neo4j = sharedNeo4j();
let recordingDatabase: RecordingDatabase;
const api = serveApi(() => (recordingDatabase = recordStatements(neo4j.database)), {
  read: { executor: 'jit', isCacheEnabled: false },
});

describe('a root field', () => {
  it('runs one statement however deep its selection is', async () => {
    const texts = await textsOf(`{
      companies(first: 2) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { cursor node { name tools(first: 2) { nodes { domains(first: 1) { nodes { techniques(first: 2) { nodes {
          relations(first: 2) { nodes { citations { section { title entities(first: 2) { nodes { id } } } } corrections { to { name } } } }
        } } } } } } } }
      }
    }`);
    expect(texts).toHaveLength(1);
  });

  it('runs its own statement next to other root fields', async () => {
    const texts = await textsOf(
      '{ a: company(slug: "openai") { name } tools { nodes { name } } node(id: "Tool:kite") { id } }',
    );
    expect(texts).toHaveLength(3);
  });

  it('shares its statement text with a root field that differs only in arguments', async () => {
    const texts = await textsOf('{ a: company(slug: "openai") { name } b: company(slug: "google") { name } }');
    expect(new Set(texts).size).toBe(1);
  });

  it('runs no statement if it needs no database', async () => {
    expect(await textsOf('{ __typename __schema { queryType { name } } }')).toEqual([]);
  });
});

describe('the text of a statement does not depend on', () => {
  const deep =
    '{ companies(first: 3, where: { name: { contains: "a" } }) { nodes { name slug tools { nodes { id } } } } }';

  it.each([
    [
      'aliases',
      '{ x: companies(first: 3, where: { name: { contains: "a" } }) { y: nodes { z: name slug w: tools { nodes { v: id } } } } }',
    ],
    [
      'argument values',
      '{ companies(first: 9, where: { name: { contains: "oogl" } }) { nodes { name slug tools { nodes { id } } } } }',
    ],
    [
      'the order of fields and arguments',
      '{ companies(where: { name: { contains: "a" } }, first: 3) { nodes { tools { nodes { id } } slug name } } }',
    ],
    [
      'repeated fields',
      '{ companies(first: 3, where: { name: { contains: "a" } }) { nodes { name name slug tools { nodes { id } } other: slug } } }',
    ],
    [
      'inline fragments',
      '{ companies(first: 3, where: { name: { contains: "a" } }) { ... { nodes { ... on Entity { name } ... on Company { slug tools { nodes { ... on Node { id } } } } } } } }',
    ],
    [
      'named fragments',
      `{ companies(first: 3, where: { name: { contains: "a" } }) { nodes { ...Whole } } }
       fragment Whole on Company { slug ...Part tools { nodes { id } } } fragment Part on Entity { name }`,
    ],
    [
      'directives without effect',
      '{ companies(first: 3, where: { name: { contains: "a" } }) { nodes { name slug kind @skip(if: true) tools @include(if: true) { nodes { id } } } } }',
    ],
    [
      'empty conditions',
      '{ companies(first: 3, where: { name: { contains: "a" }, not: {}, or: [], kind: null }) { nodes { name slug tools(where: {}) { nodes { id } } } } }',
    ],
    [
      '__typename',
      '{ companies(first: 3, where: { name: { contains: "a" } }) { __typename nodes { __typename name slug tools { nodes { id } } } } }',
    ],
  ])('%s', async (_, other) => {
    expect(await textsOf(other)).toEqual(await textsOf(deep));
  });

  it('the requested language, as a literal or a variable', async () => {
    const nameQuery = (lang: string): string => `{ companies(first: 3) { nodes { name(lang: ${lang}) } } }`;
    const texts = await textsOf(nameQuery('EN'));
    expect(await textsOf(nameQuery('ZH'))).toEqual(texts);
    expect(await textsOf(`query ($lang: Language! = ZH) ${nameQuery('$lang')}`)).toEqual(texts);
  });

  it('how often orderBy repeats a field', async () => {
    const orderQuery = (steps: string): string => `{ tools(orderBy: [${steps}]) { nodes { slug } } }`;
    const step = '{ field: DEGREE, direction: DESC }';
    const texts = await textsOf(orderQuery(step));
    expect(await textsOf(orderQuery(Array.from({ length: 200 }, () => step).join()))).toEqual(texts);
    expect(await textsOf(orderQuery(`${step}, { field: DEGREE }`))).toEqual(texts);
  });

  it('whether values are literals or variables', async () => {
    const text =
      'query ($first: Int, $name: String) { companies(first: $first, where: { name: { contains: $name } }) { nodes { name slug tools { nodes { id } } } } }';
    const where =
      'query ($first: Int, $where: CompanyWhere) { companies(first: $first, where: $where) { nodes { name slug tools { nodes { id } } } } }';
    const [expected] = await textsOf(deep);
    expect(await textsOf(text, { first: 3, name: 'a' })).toEqual([expected]);
    expect(await textsOf(where, { first: 3, where: { name: { contains: 'a' } } })).toEqual([expected]);
  });

  it('the requested ids, of entities or relations', async () => {
    const textsOfId = (id: string): Promise<string[]> => textsOf(`{ node(id: "${id}") { id ... on Tool { name } } }`);
    expect(await textsOfId('DEVELOPS:openai:dall-e')).toEqual(await textsOfId('Tool:kite'));
    const textsOfIds = (ids: string): Promise<string[]> => textsOf(`{ nodes(ids: [${ids}]) { id } }`);
    expect(await textsOfIds('"Tool:kite", "x"')).toEqual(await textsOfIds('"DEVELOPS:openai:dall-e"'));
  });

  it('the order of two aliases', async () => {
    const one =
      '{ company(slug: "openai") { a: tools(first: 1) { nodes { id } } b: tools(first: 2) { nodes { name } } } }';
    const other =
      '{ company(slug: "openai") { b: tools(first: 5) { nodes { name } } c: tools(first: 6) { nodes { id } } } }';
    expect(await textsOf(other)).toEqual(await textsOf(one));
  });
});

describe('a count', () => {
  it('is computed only if it is selected', async () => {
    const hasCount = async (fields: string): Promise<boolean> =>
      (await textsOf(`{ companies { ${fields} nodes { id tools { nodes { id } } } } }`)).some((text) =>
        text.includes('COUNT'),
      );
    expect(await hasCount('')).toBe(false);
    expect(await hasCount('pageInfo { hasNextPage hasPreviousPage startCursor endCursor }')).toBe(false);
    expect(await hasCount('totalCount')).toBe(true);
    expect(await hasCount('totalCount @skip(if: true)')).toBe(false);
  });

  it('is read without the items if nothing else is selected', async () => {
    const [text] = await textsOf('{ companies { totalCount } }');
    expect(text).not.toContain('COLLECT');
  });
});

describe('a filter', () => {
  const filterQuery = (count: number): string => {
    const conditions = Array.from({ length: count }, () => '{ holds: { degree: { gte: 0 } } }').join();
    return `{ domains(where: { and: [${conditions}] }) { totalCount } }`;
  };

  it('evaluates sibling relation conditions separately, so that their costs add up and do not multiply', async () => {
    const countHits = async (count: number): Promise<number> => {
      recordingDatabase.takeStatements();
      await api.query(filterQuery(count));
      const [statement] = recordingDatabase.takeStatements();
      return statement ? countDbHits(neo4j.target, statement) : NaN;
    };
    expect(await countHits(4)).toBeLessThan(8 * (await countHits(1)));
  });

  it('wraps no subquery in a function, because Neo4j would plan the nested subqueries repeatedly', async () => {
    const chain = '{ not: { holds: { not: { belongsTo: { not: { holds: { name: { eq: "x" } } } } } } } }';
    const [text = ''] = await textsOf(`{ domains(where: ${chain}) { totalCount } }`);
    expect(text.split('EXISTS')).toHaveLength(4);
    expect(text).not.toMatch(/coalesce\((NOT )?\(?EXISTS/);
  });
});

it('sends every value as a parameter', async () => {
  const statement =
    '{ companies(where: { name: { contains: "needle" }, locatedIn: { within: "haystack" } }) { nodes { id } } }';
  expect((await textsOf(statement)).join()).not.toMatch(/needle|haystack/);
});

async function textsOf(query: string, variables?: Variables): Promise<string[]> {
  recordingDatabase.takeStatements();
  await api.query(query, variables);
  return recordingDatabase.takeStatements().map(({ text }) => text);
}
