import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
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
const api = serveApi(() => neo4j.database);

async function resolve(...names: string[]): Promise<readonly Resolution[]> {
  const text = `query ($names: [String!]!) {
    resolve(names: $names) { name candidates { cursor score highlights node { id } } }
  }`;
  return (await api.query<{ resolve: readonly Resolution[] }>(text, { names })).resolve;
}

const candidateIds = (resolutions: readonly Resolution[]): string[][] =>
  resolutions.map(({ candidates }) => candidates.map(({ node }) => node.id));

describe('resolving names', () => {
  it('returns a result for each requested name, in order, duplicates included', async () => {
    const names = ['Google Brain', 'nobody at all', '谷歌大脑', 'Google Brain', '', 'google-brain'];
    const resolutions = await resolve(...names);
    expect(resolutions.map(({ name }) => name)).toEqual(names);
    const brain = ['Company:google-brain'];
    expect(candidateIds(resolutions)).toEqual([brain, [], brain, brain, [], brain]);
  });

  it('returns all entities with an ambiguous name', async () => {
    const [canva] = candidateIds(await resolve('Canva'));
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
    expect(candidateIds(await resolve('Gogle Brain', 'Midjuorney', 'Mdijuorney', 'Midjourny!'))).toEqual([
      ['Company:google-brain'],
      ['Tool:midjourney'],
      [],
      ['Tool:midjourney'],
    ]);
    const [fuzzyMatch] = await resolve('Gogle Brain');
    expect(fuzzyMatch?.candidates[0]?.highlights[0]).toBe('«Google Brain»');
    expect(fuzzyMatch?.candidates[0]?.score).toBeLessThan(3);
  });

  it('does not match a word or a prefix of a name', async () => {
    expect(candidateIds(await resolve('Brain', 'Midj', '达摩'))).toEqual([[], [], []]);
  });

  it('accepts 0 to 100 names', async () => {
    const names = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? 'OpenAI' : 'Canva'));
    const resolutions = await resolve(...names);
    expect(resolutions).toHaveLength(100);
    expect(resolutions[0]).toEqual(resolutions[98]);
    expect(await resolve()).toEqual([]);
  });
});
