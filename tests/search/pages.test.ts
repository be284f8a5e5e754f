import { beforeEach, describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { entity, readSmallDataset } from '../dataset/small-dataset.js';
import { serveApi } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';
import { search } from './search-pages.js';

const neo4j = scratchNeo4j();
const api = serveApi(() => neo4j.database);

/** Creates a company that matches "river"; a shorter name is a better match. */
const createCompany = (number: number): Record<string, unknown> => ({
  ...entity(`river-${number}`),
  name: { en: `River ${'x'.repeat(number % 7)}${number}` },
});

async function load(numbers: readonly number[]): Promise<void> {
  const dataset = await readSmallDataset((files) => void files['company']?.push(...numbers.map(createCompany)));
  await loadDataset(neo4j.database, projectModel(), dataset);
}

const rangeTo = (end: number): number[] => Array.from({ length: end }, (_, index) => index);

describe('pages of a search', () => {
  beforeEach(() => load(rangeTo(30)));

  it('contain every result once, in order, and whether there are more', async () => {
    const allResults = await search(api, 'river', { first: 100 });
    expect(allResults.edges).toHaveLength(30);
    const scores = allResults.edges.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const visitedIds: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 5; page += 1) {
      const { edges, pageInfo, totalCount } = await search(api, 'river', { first: 7, after });
      visitedIds.push(...edges.map(({ node }) => node.id));
      expect([totalCount, pageInfo.hasPreviousPage, pageInfo.hasNextPage]).toEqual([30, page > 0, page < 4]);
      after = pageInfo.endCursor;
    }
    expect(visitedIds).toEqual(allResults.edges.map(({ node }) => node.id));
  });

  it('neither skip nor repeat results while entities are added and removed', async () => {
    const idsBefore = (await search(api, 'river', { first: 100 })).edges.map(({ node }) => node.id);
    const firstPage = await search(api, 'river', { first: 10 });
    const removed = firstPage.edges.slice(3, 10).map(({ node }) => Number(node.id.split('-')[1]));
    await load(rangeTo(45).filter((number) => !removed.includes(number)));
    const nextPage = await search(api, 'river', { first: 100, after: firstPage.pageInfo.endCursor });
    const ids = nextPage.edges.map(({ node }) => node.id);
    expect(ids.filter((id) => idsBefore.includes(id))).toEqual(idsBefore.slice(10));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('have 20 results by default, at most 100, and none if first is 0 or negative', async () => {
    await load(rangeTo(120));
    const sizes = [undefined, 0, -5, 7, 1000];
    const pages = await Promise.all(sizes.map((first) => search(api, 'river', { first })));
    expect(pages.map(({ edges }) => edges.length)).toEqual([20, 0, 0, 7, 100]);
  });

  it('reject invalid cursors and cursors of another list or another search text', async () => {
    const { companies } = await api.query<{ companies: { pageInfo: { endCursor: string } } }>(
      '{ companies(first: 1) { pageInfo { endCursor } } }',
    );
    const otherSearch = await search(api, 'river x', { first: 1 });
    for (const after of ['nonsense', '', companies.pageInfo.endCursor, otherSearch.pageInfo.endCursor]) {
      const response = await api.send(
        'query ($after: String) { search(text: "river", after: $after) { totalCount } }',
        {
          after,
        },
      );
      expect(response.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(response.errors?.[0]?.message).toContain('after must be');
    }
  });
});
