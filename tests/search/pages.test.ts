import { beforeEach, describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { entity, readSmallDataset } from '../dataset/data-folder.js';
import { listen } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';
import { search } from './ask.js';

const neo4j = scratchNeo4j();
const api = listen(() => neo4j.database);

/** Creates a company that matches "river"; a shorter name is a better match. */
const company = (number: number): Record<string, unknown> => ({
  ...entity(`river-${number}`),
  name: { en: `River ${'x'.repeat(number % 7)}${number}` },
});

async function load(numbers: readonly number[]): Promise<void> {
  const dataset = await readSmallDataset((files) => void files['company']?.push(...numbers.map(company)));
  await loadDataset(neo4j.database, projectModel(), dataset);
}

const upTo = (end: number): number[] => Array.from({ length: end }, (_, index) => index);

describe('pages of a search', () => {
  beforeEach(() => load(upTo(30)));

  it('contain every result once, in order, and whether there are more', async () => {
    const whole = await search(api, 'river', { first: 100 });
    expect(whole.edges).toHaveLength(30);
    const scores = whole.edges.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 5; page += 1) {
      const { edges, pageInfo, totalCount } = await search(api, 'river', { first: 7, after });
      seen.push(...edges.map(({ node }) => node.id));
      expect([totalCount, pageInfo.hasPreviousPage, pageInfo.hasNextPage]).toEqual([30, page > 0, page < 4]);
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(whole.edges.map(({ node }) => node.id));
  });

  it('neither skip nor repeat results while entities are added and removed', async () => {
    const before = (await search(api, 'river', { first: 100 })).edges.map(({ node }) => node.id);
    const first = await search(api, 'river', { first: 10 });
    const removed = first.edges.slice(3, 10).map(({ node }) => Number(node.id.split('-')[1]));
    await load(upTo(45).filter((number) => !removed.includes(number)));
    const rest = await search(api, 'river', { first: 100, after: first.pageInfo.endCursor });
    const ids = rest.edges.map(({ node }) => node.id);
    expect(ids.filter((id) => before.includes(id))).toEqual(before.slice(10));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('have 20 results by default, at most 100, and none if first is 0 or negative', async () => {
    await load(upTo(120));
    const sizes = [undefined, 0, -5, 7, 1000];
    const pages = await Promise.all(sizes.map((first) => search(api, 'river', { first })));
    expect(pages.map(({ edges }) => edges.length)).toEqual([20, 0, 0, 7, 100]);
  });

  it('reject invalid cursors and cursors of another list or another search text', async () => {
    const { companies } = await api.ask<{ companies: { pageInfo: { endCursor: string } } }>(
      '{ companies(first: 1) { pageInfo { endCursor } } }',
    );
    const other = await search(api, 'river x', { first: 1 });
    for (const after of ['nonsense', '', companies.pageInfo.endCursor, other.pageInfo.endCursor]) {
      const answer = await api.send('query ($after: String) { search(text: "river", after: $after) { totalCount } }', {
        after,
      });
      expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(answer.errors?.[0]?.message).toContain('after must be');
    }
  });
});
