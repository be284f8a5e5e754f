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

  it('knows the everyday words of the field', async () => {
    const expected = {
      生成式AI: 'Technique:aigc',
      'generative AI': 'Technique:aigc',
      大模型: 'Technique:large-language-model',
      LLM: 'Technique:large-language-model',
      文生图: 'Technique:text-to-image-generation',
      多模态: 'Trend:multimodal-deep-learning',
      版权: 'Challenge:intellectual-property',
      偏见: 'Challenge:bias',
      隐私: 'Challenge:data-privacy-and-security',
      国内: 'Region:china',
      抖音: 'Tool:douyin',
      百度飞桨: 'Tool:paddlepaddle',
      谷歌DeepMind: 'Company:deepmind',
      红杉资本: 'Company:sequoia-capital',
    };
    const resolutions = await resolve(...Object.keys(expected));
    expect(Object.fromEntries(resolutions.map(({ name, candidates }) => [name, candidates[0]?.node.id]))).toEqual(
      expected,
    );
  });

  it('returns all entities with an ambiguous name', async () => {
    const [canva] = candidateIds(await resolve('Canva'));
    expect(canva?.toSorted()).toEqual(['Company:canva', 'Tool:canva']);
  });

  it('ranks a matching name before a matching alias', async () => {
    const [stage] = await resolve('初期探索阶段');
    const scores = stage?.candidates.map(({ node, score }) => [node.id, Math.trunc(score)]);
    expect(scores).toEqual([
      ['Stage:early-exploration', 8],
      ['Section:early-exploration-stage', 7],
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
    expect(fuzzyMatch?.candidates[0]?.score).toBeLessThan(4);
  });

  it('does not take another number for a typing error', async () => {
    const names = ['GPT-3.5', 'GPT-4.5', 'GPT-40', 'GPT-5.1', 'DALL-E 4', 'DALL-E 2.5', 'DeepSeek R2', 'Layer 7'];
    expect(candidateIds(await resolve(...names))).toEqual(names.map(() => []));
    expect(candidateIds(await resolve('Stable Difusion', 'DALL-EE 2', 'DeepSek R1'))).toEqual([
      ['Tool:stable-diffusion'],
      ['Tool:dall-e-2'],
      ['Tool:deepseek-r1'],
    ]);
    const { search } = await api.query<{ search: { nodes: readonly { id: string }[] } }>(
      '{ search(text: "GPT-3.5") { nodes { id } } }',
    );
    expect(search.nodes.map(({ id }) => id)).not.toContain('Tool:gpt-5');
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
