import { beforeEach, describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { alter } from '../dataset/stored-graph.js';
import { entity, readSmallDataset, type DataFiles } from '../dataset/small-dataset.js';
import { serveApi } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';
import { pageFields, slugsOf, type Page } from './connections.js';

const neo4j = scratchNeo4j();
const api = serveApi(() => neo4j.database, { read: { executor: 'jit', isCacheEnabled: false } });
const letters = 'a b c d e f g h i j k l'.split(' ');

beforeEach(async () => {
  await loadTools();
});

describe('keyset pagination', () => {
  it.each(['', 'orderBy: [{ field: NAME, direction: DESC }]', 'orderBy: [{ field: DEGREE, direction: DESC }]'])(
    'neither repeats nor skips an entity after inserts and deletes between two pages (%s)',
    async (order) => {
      const before = await readAllPages(order);
      const first = await readPage(order, 5);
      const firstSlugs = slugsOf(first);
      const next = before.filter((slug) => !firstSlugs.includes(slug));
      // Deletes one entity of this page, the entity of the cursor, and the next one. Inserts one before and one after.
      const deletedSlugs = [firstSlugs[1], firstSlugs[4], next[0]].flatMap((slug) => slug ?? []);
      await loadTools((slugs) => [...slugs.filter((slug) => !deletedSlugs.includes(slug)), 'aa-new', 'zz-new']);
      const laterSlugs = await readAllPages(order, 5, first.pageInfo.endCursor);
      const remainingSlugs = next.filter((slug) => !deletedSlugs.includes(slug));
      expect(laterSlugs.filter((slug) => !slug.endsWith('-new'))).toEqual(remainingSlugs);
      expect(new Set([...firstSlugs, ...laterSlugs]).size).toBe(firstSlugs.length + laterSlugs.length);
      expect(slugsOf(await readPage(order, 5, first.pageInfo.endCursor)).slice(0, 2)).toEqual(laterSlugs.slice(0, 2));
    },
  );

  it('returns an entity that was inserted after the cursor, and not one that was inserted before it', async () => {
    const first = await readPage('', 3);
    expect(slugsOf(first)).toEqual(['a', 'b', 'c']);
    await loadTools((slugs) => [...slugs, 'bb', 'cc']);
    const second = await readPage('', 3, first.pageInfo.endCursor);
    expect(slugsOf(second)).toEqual(['cc', 'd', 'e']);
    expect(second.pageInfo.hasPreviousPage).toBe(true);
  });

  it('keeps its position when it reads backwards', async () => {
    const last = await readTools(`last: 3`);
    expect(slugsOf(last)).toEqual(['j', 'k', 'l']);
    await loadTools((slugs) => [...slugs.filter((slug) => slug !== 'j' && slug !== 'i'), 'hh', 'kk']);
    const before = await readTools(`last: 3, before: "${last.pageInfo.startCursor}"`);
    expect(slugsOf(before)).toEqual(['g', 'h', 'hh']);
    expect(before.pageInfo.hasNextPage).toBe(true);
  });

  it('moves only the entity whose sort value changes', async () => {
    const order = 'orderBy: [{ field: DEGREE, direction: DESC }]';
    const first = await readPage(order, 3);
    expect(slugsOf(first)).toEqual(['a', 'b', 'c']);
    await alter(
      neo4j.database,
      `MATCH (a:Tool {slug: 'e'}), (b:Domain) CREATE (a)-[:BELONGS_TO {madeBy: 'AigcAtlas', heldBy: 'AigcAtlas', id: 'x' + b.id, status: 'CONFIRMED'}]->(b)`,
    );
    // The entity e moves to the first page, which was already read. It is not returned again; all others are.
    expect(await readAllPages(order, 4, first.pageInfo.endCursor)).toEqual(['d', 'f', 'g', 'h', 'i', 'j', 'k', 'l']);
  });
});

it('a root list returns an entity once even if its filter matches several of its relations', async () => {
  await alter(
    neo4j.database,
    `MATCH (c:Company {slug: 'openai'}), (t:Tool) MERGE (c)-[r:DEVELOPS]->(t) ON CREATE SET r = {madeBy: 'AigcAtlas', heldBy: 'AigcAtlas', id: 'DEVELOPS:openai:' + t.slug, status: 'CONFIRMED'}`,
  );
  const query = `{ companies(where: { develops: { slug: { in: ["a", "b", "c"] } } }) ${pageFields} }`;
  const { companies } = await api.query<{ companies: Page }>(query);
  expect(slugsOf(companies)).toEqual(['openai']);
  expect(companies.totalCount).toBe(1);
});

/** Loads a tool for each slug of the changed list, and little else; earlier letters have more relations. */
async function loadTools(change: (slugs: string[]) => string[] = (slugs) => slugs): Promise<void> {
  const tools = change(letters);
  const dataset = await readSmallDataset((files: DataFiles) => {
    for (const name of Object.keys(files)) if (name.startsWith('relation/')) files[name] = [];
    files['tool'] = tools.map((slug) => entity(slug, { name: { en: slug } }));
    files['domain'] = letters.map((slug) => entity(`domain-${slug}`));
    files['relation/belongs-to'] = tools.flatMap((from) =>
      letters
        .slice(letters.indexOf(from) + 1)
        .map((to) => ({ from, to: `domain-${to}`, citations: [{ chapter: 1, paragraph: 1 }] })),
    );
  });
  await loadDataset(neo4j.database, projectModel(), dataset);
}

async function readTools(listArguments: string): Promise<Page> {
  return (await api.query<{ tools: Page }>(`{ tools(${listArguments}) ${pageFields} }`)).tools;
}

function readPage(order: string, first: number, after?: string | null): Promise<Page> {
  return readTools(
    [order, `first: ${first}`, after ? `after: "${after}"` : ''].filter((part) => part !== '').join(', '),
  );
}

async function readAllPages(order: string, size = 5, start?: string | null): Promise<string[]> {
  const slugs: string[] = [];
  let after = start;
  for (;;) {
    const { edges, pageInfo } = await readPage(order, size, after);
    slugs.push(...slugsOf({ edges }));
    if (!pageInfo.hasNextPage) return slugs;
    after = pageInfo.endCursor;
  }
}
