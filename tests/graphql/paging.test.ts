import { describe, expect, it } from 'vitest';
import { articleDataset } from '../setup/article-dataset.js';
import { serveApi, type Variables } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { pageFields, slugsOf, type Page } from './connections.js';
import { companiesWithin } from './located-companies.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
  list: regions(first: $first, after: $after, last: $last, before: $before) ${pageFields}
}`;
const allSlugs = slugsInOrder();

describe('a page', () => {
  it('holds the first 20 items by default, and the next page continues after it', async () => {
    const first = await readPage({});
    expect(slugsOf(first)).toEqual(allSlugs.slice(0, 20));
    const rest = await readPage({ after: first.pageInfo.endCursor });
    expect(slugsOf(rest)).toEqual(allSlugs.slice(20));
  });

  it.each([
    [{ first: 0 }, []],
    [{ first: -5 }, []],
    [{ last: 0 }, []],
    [{ first: null }, allSlugs.slice(0, 20)],
    [{ first: null, last: 2 }, allSlugs.slice(-2)],
    [{ first: 1000 }, allSlugs],
    [{ last: 1000 }, allSlugs],
  ])('clamps the size %j instead of rejecting it', async (size, expected) => {
    expect(slugsOf(await readPage(size))).toEqual(expected);
  });

  it('holds at most 100 items', async () => {
    const text = '{ relations(first: 1000) { totalCount nodes { id } } }';
    const { relations } = await api.query<{ relations: { totalCount: number; nodes: object[] } }>(text);
    expect(relations.totalCount).toBeGreaterThan(300);
    expect(relations.nodes).toHaveLength(100);
  });

  it('reports whether there are items before and after it, with first and with last', async () => {
    const cursors = (await readPage({ first: 100 })).edges.map(({ cursor }) => cursor);
    const cursorAt = (index: number): string | undefined => cursors.at(index);
    const end = allSlugs.length;
    const cases: [Variables, from: number, to: number][] = [
      [{ first: 3 }, 0, 3],
      [{ first: end }, 0, end],
      [{ last: 3 }, end - 3, end],
      [{ last: end }, 0, end],
      [{ first: 3, after: cursorAt(0) }, 1, 4],
      [{ first: 3, after: cursorAt(-4) }, end - 3, end],
      [{ first: 3, after: cursorAt(-1) }, end, end],
      [{ last: 3, before: cursorAt(-1) }, end - 4, end - 1],
      [{ last: 3, before: cursorAt(3) }, 0, 3],
      [{ last: 3, before: cursorAt(0) }, 0, 0],
      [{ first: 2, after: cursorAt(0), before: cursorAt(5) }, 1, 3],
      [{ first: 9, after: cursorAt(0), before: cursorAt(5) }, 1, 5],
      [{ last: 2, after: cursorAt(0), before: cursorAt(5) }, 3, 5],
      [{ last: 9, after: cursorAt(0), before: cursorAt(5) }, 1, 5],
      [{ before: cursorAt(2) }, 0, 2],
      [{ first: 0 }, 0, 0],
    ];
    for (const [args, from, to] of cases) {
      const { edges, pageInfo, totalCount } = await readPage(args);
      expect([args, edges.map(({ node }) => node.slug)]).toEqual([args, allSlugs.slice(from, to)]);
      expect([args, pageInfo]).toEqual([
        args,
        {
          hasPreviousPage: from > 0,
          hasNextPage: to < end,
          startCursor: edges.at(0)?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
      ]);
      expect(totalCount).toBe(end);
    }
  });
});

describe('consecutive pages', () => {
  it.each([
    ['a root list', 'techniques', ''],
    ['a list by name, backwards', 'companies', 'orderBy: [{ field: NAME, direction: DESC }]'],
    ['a list with many ties', 'companies', 'orderBy: [{ field: DEGREE }]'],
    ['a list by several fields', 'companies', 'orderBy: [{ field: TOOLS, direction: DESC }, { field: DEGREE }]'],
    ['a filtered list', 'tools', 'where: { degree: { gte: 2 } }, orderBy: [{ field: DEGREE, direction: DESC }]'],
  ])('cover %s, forwards and backwards', async (_, list, args) => {
    const [forwards, backwards] = [
      await readAllPages(list, args, 13, 'first'),
      await readAllPages(list, args, 13, 'last'),
    ];
    const fullList = await api.query<{ list: Page }>(
      `{ list: ${list}(first: 100${args && `, ${args}`}) ${pageFields} }`,
    );
    expect(forwards).toEqual(slugsOf(fullList.list));
    expect(backwards).toEqual(forwards);
  });

  it('cover the relations of an entity and the companies of a region with its subregions', async () => {
    const text = `query ($after: String, $rest: String) {
      company(slug: "openai") { relations(first: 3, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }
      region(slug: "asia") { companies(first: 3, after: $rest) ${pageFields} }
    }`;
    type Edges<N> = {
      edges: { cursor: string; node: N }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    type ListsResult = {
      company: { relations: Edges<{ id: string }> };
      region: { companies: Edges<{ slug: string }> };
    };
    const [ids, slugs]: [string[], string[]] = [[], []];
    let cursors: { after: string | null; rest: string | null } = { after: null, rest: null };
    for (let hasMore = true; hasMore;) {
      const { company, region } = await api.query<ListsResult>(text, cursors);
      ids.push(...company.relations.edges.map(({ node }) => node.id));
      slugs.push(...region.companies.edges.map(({ node }) => node.slug));
      cursors = {
        after: company.relations.pageInfo.endCursor ?? cursors.after,
        rest: region.companies.pageInfo.endCursor,
      };
      hasMore = region.companies.pageInfo.hasNextPage;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted());
    expect(ids.length).toBeGreaterThan(10);
    expect(slugs.toSorted()).toEqual(companiesWithin('asia'));
  });
});

describe('an invalid page request', () => {
  it.each([
    [
      'first with last',
      { first: 1, last: 1 },
      'first or last must be given, not both; found first: 1, last: 1. Leave one out.',
    ],
    ['a broken cursor', { after: 'no-cursor' }, 'after must be a cursor of this API, found "no-cursor".'],
    [
      'a truncated cursor',
      { before: cursor(['Query.regions by sortKey']) },
      'before must be a complete cursor of Query.regions, found',
    ],
    [
      'a cursor with a value of the wrong type',
      { after: cursor(['Query.regions by sortKey', 7]) },
      'after must be a complete cursor of Query.regions, found',
    ],
    [
      'a cursor of another list',
      { after: cursor(['Query.tools by sortKey', 'a']) },
      'after must be a cursor of Query.regions, found one of "Query.tools".',
    ],
    [
      'a cursor of another order',
      { before: cursor(['Query.regions by DEGREE, sortKey', 1, 'a']) },
      'before must be a cursor of Query.regions, found one of "Query.regions with orderBy DEGREE".',
    ],
  ])('with %s is rejected with BAD_USER_INPUT and the expected value', async (_, args, message) => {
    const { data = null, errors } = await api.send(query, args);
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('with a cursor of the same list in another order is rejected with both orders', async () => {
    const byDegree = await api.query<{ list: Page }>(
      `{ list: regions(first: 1, orderBy: [{ field: DEGREE }]) ${pageFields} }`,
    );
    const { errors } = await api.send(query, { after: byDegree.list.pageInfo.endCursor });
    expect(errors?.[0]?.message).toMatch(
      /of Query\.regions, found one of "Query\.regions with orderBy DEGREE"\. Take it from/,
    );
  });
});

async function readPage(args: Variables): Promise<Page> {
  return (await api.query<{ list: Page }>(query, args)).list;
}

async function readAllPages(
  list: string,
  args: string,
  size: number,
  sizeArgument: 'first' | 'last',
): Promise<string[]> {
  const cursorArgument = sizeArgument === 'first' ? 'after' : 'before';
  const text = `query ($cursor: String) { list: ${list}(${sizeArgument}: ${size}, ${cursorArgument}: $cursor${args && `, ${args}`}) ${pageFields} }`;
  const slugs: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { edges, pageInfo } = (await api.query<{ list: Page }>(text, { cursor })).list;
    const pageSlugs = slugsOf({ edges });
    if (sizeArgument === 'first') slugs.push(...pageSlugs);
    else slugs.unshift(...pageSlugs);
    cursor =
      sizeArgument === 'first'
        ? pageInfo.hasNextPage
          ? pageInfo.endCursor
          : null
        : pageInfo.hasPreviousPage
          ? pageInfo.startCursor
          : null;
  }
  return slugs;
}

function cursor(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** The slugs of the article's regions, sorted by English name. */
function slugsInOrder(): string[] {
  const { entities } = articleDataset;
  const regions = entities.filter(({ type }) => type === 'Region').map(({ fields }) => fields);
  return regions.toSorted((a, b) => ((a.name.en ?? '') < (b.name.en ?? '') ? -1 : 1)).map(({ slug }) => slug);
}
