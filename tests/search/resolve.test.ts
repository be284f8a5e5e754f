import { describe, expect, it } from 'vitest';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

interface Resolution {
  readonly name: string;
  readonly candidates: readonly {
    readonly cursor: string;
    readonly score: number;
    readonly highlights: readonly string[];
    readonly node: { readonly id: string };
  }[];
}

const neo4j = sharedNeo4j();
const api = listen(() => neo4j.database);

async function resolve(...names: string[]): Promise<readonly Resolution[]> {
  const text = `query ($names: [String!]!) {
    resolve(names: $names) { name candidates { cursor score highlights node { id } } }
  }`;
  return (await api.ask<{ resolve: readonly Resolution[] }>(text, { names })).resolve;
}

const ids = (found: readonly Resolution[]): string[][] =>
  found.map(({ candidates }) => candidates.map(({ node }) => node.id));

describe('resolving names', () => {
  it('returns a result for each requested name, in order, duplicates included', async () => {
    const names = ['Google Brain', 'nobody at all', '谷歌大脑', 'Google Brain', '', 'google-brain'];
    const found = await resolve(...names);
    expect(found.map(({ name }) => name)).toEqual(names);
    const brain = ['Company:google-brain'];
    expect(ids(found)).toEqual([brain, [], brain, brain, [], brain]);
  });

  it('returns all entities with an ambiguous name', async () => {
    const [canva] = ids(await resolve('Canva'));
    expect(canva?.toSorted()).toEqual(['Company:canva', 'Tool:canva']);
  });

  it('ranks a matching name before a matching alias', async () => {
    const [translation] = await resolve('翻译');
    const scores = translation?.candidates.map(({ node, score }) => [node.id, Math.trunc(score)]);
    expect(scores).toEqual([
      ['Industry:translation', 7],
      ['Technique:machine-translation', 6],
    ]);
  });

  it('tolerates one typo if no name matches exactly', async () => {
    expect(ids(await resolve('Gogle Brain', 'Midjuorney', 'Mdijuorney', 'Midjourny!'))).toEqual([
      ['Company:google-brain'],
      ['Tool:midjourney'],
      [],
      ['Tool:midjourney'],
    ]);
    const [near] = await resolve('Gogle Brain');
    expect(near?.candidates[0]?.highlights[0]).toBe('«Google Brain»');
    expect(near?.candidates[0]?.score).toBeLessThan(3);
  });

  it('does not match a word or a prefix of a name', async () => {
    expect(ids(await resolve('Brain', 'Midj', '达摩'))).toEqual([[], [], []]);
  });

  it('accepts 0 to 100 names', async () => {
    const names = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? 'OpenAI' : 'Canva'));
    const found = await resolve(...names);
    expect(found).toHaveLength(100);
    expect(found[0]).toEqual(found[98]);
    expect(await resolve()).toEqual([]);
  });
});
