import { beforeAll, describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { tokensOf } from '../../src/shared/tokens.js';
import { entity, readSmallDataset } from '../dataset/small-dataset.js';
import { articleDataset } from '../setup/article-dataset.js';
import { serveApi, type Api } from '../setup/api.js';
import { scratchNeo4j, sharedNeo4j } from '../setup/databases.js';
import { searchIds, search, searchAll } from './search-pages.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

/** Matches a highlight that starts in one word and ends inside a later word. */
const partialWordHighlight = /«[^»]*[^\p{L}\p{M}\p{N}»][^»]*»[\p{L}\p{N}]/u;

/** Tests each n-th pair of adjacent words. */
const sampleStep = 60;

/** Pairs of adjacent English words joined into one, the second one truncated. */
const joinedWords = articleDataset.entities.flatMap(({ fields: { name, summary, aliases = [] } }) =>
  [name.en, summary.en, ...aliases].flatMap((text) => {
    const tokens = tokensOf(text ?? '');
    return tokens.slice(1).flatMap((next, index) => {
      const first = tokens[index];
      const isPair = first && !first.isRun && !next.isRun && next.text.length > 1;
      return isPair ? [`${first.text}${next.text.slice(0, Math.ceil(next.text.length / 2))}`] : [];
    });
  }),
);

async function suggest(target: Api, prefix: string): Promise<string[]> {
  const text = 'query ($prefix: String!) { suggest(prefix: $prefix, first: 100) { text } }';
  const data = await target.query<{ suggest: readonly { readonly text: string }[] }>(text, { prefix });
  return data.suggest.map((suggestion) => suggestion.text);
}

describe('a Latin word', () => {
  it.each(['tom', 'ISO', 'inc'])('does not match across a word boundary: %s', async (text) => {
    const allHighlights = (await searchAll(api, text)).flatMap(({ highlights }) => highlights);
    const word = new RegExp(`(?<![\\p{L}\\p{N}])«${text}»`, 'iu');
    expect(allHighlights.filter((highlight) => !word.test(highlight))).toEqual([]);
  });

  it('matches two adjacent words only as complete words', async () => {
    expect(joinedWords.length).toBeGreaterThan(1_000);
    for (const text of joinedWords.filter((_text, index) => index % sampleStep === 0)) {
      const results = await searchAll(api, text);
      expect([text, results.filter(({ highlights }) => highlights.length === 0)]).toEqual([text, []]);
      expect(
        results.flatMap(({ highlights }) => highlights).filter((highlight) => partialWordHighlight.test(highlight)),
      ).toEqual([]);
    }
  });

  it.each([
    ['stylegan', 'Tool:stylegan', '«Style GAN»'],
    ['gpt4', 'Tool:gpt-4', '«GPT-4»'],
    ['deepvoice', 'Tool:deep-voice', 'Baidu «Deep Voice»'],
  ])('matches a name that splits it into words: %s', async (text, id, highlight) => {
    const results = await searchAll(api, text);
    expect(results.find(({ node }) => node.id === id)?.highlights).toContain(highlight);
  });

  it('suggests no name across a word boundary', async () => {
    expect(await suggest(api, 'daz')).toContain('Daz Studio');
    expect(await suggest(api, 'DazStudio')).toEqual(['Daz Studio']);
    for (const prefix of ['tom', 'iso', 'google b'.replace(' ', '')]) {
      for (const text of await suggest(api, prefix)) {
        expect(tokensOf(text).some((token) => token.text.startsWith(prefix))).toBe(true);
      }
    }
  });
});

describe('a search text with more words than a name', () => {
  it.each([
    ['OpenAI, Inc.', 'Company:openai'],
    ['Open AI Incorporated', 'Company:openai'],
    ['OpenAI公司', 'Company:openai'],
    ['IBM Corporation', 'Company:ibm'],
    ['百度有限公司', 'Company:baidu'],
    ['腾讯股份有限公司', 'Company:tencent'],
    ['who makes Midjourney', 'Tool:midjourney'],
  ])('matches the name that it contains: %s', async (text, id) => {
    const [topResult] = (await search(api, text)).edges;
    expect(topResult?.node.id).toBe(id);
    expect(topResult?.highlights.some((highlight) => /^«[^«»]*»$/.test(highlight))).toBe(true);
  });

  it('ranks an entity with every word first, then names by their share of the text', async () => {
    const results = await searchAll(api, 'Google Brain');
    expect(results[0]?.node.id).toBe('Company:google-brain');
    expect(results.find(({ node }) => node.id === 'Company:google')?.score).toBeCloseTo(6 / 11);
    expect(await searchIds(api, 'google image')).toEqual(['Company:google', 'Domain:image']);
    const scores = results.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('does not match a name that it contains only in part', async () => {
    expect(await searchIds(api, 'brain qzx')).toEqual([]);
    expect(await searchIds(api, '摩院有限公司')).toEqual([]);
  });
});

describe('a Chinese search text', () => {
  it.each([
    ['圖像', '图像'],
    ['機器翻譯', '机器翻译'],
    ['谷歌大腦', '谷歌大脑'],
    ['圖像生成工具', '图像生成工具'],
  ])('has the same results in traditional and simplified characters: %s', async (traditional, simplified) => {
    const results = await searchAll(api, simplified);
    expect(results.length).toBeGreaterThan(0);
    expect(await searchAll(api, traditional)).toEqual(
      results.map((result) => ({ ...result, cursor: expect.any(String) })),
    );
  });

  it('has the same suggestions and resolved names in traditional characters', async () => {
    expect(await suggest(api, '圖')).toEqual(await suggest(api, '图'));
    const text = 'query ($names: [String!]!) { resolve(names: $names) { candidates { node { id } } } }';
    expect(await api.query(text, { names: ['谷歌大腦'] })).toEqual({
      resolve: [{ candidates: [{ node: { id: 'Company:google-brain' } }] }],
    });
  });

  it.each([
    ['中国公司', '中国 公司'],
    ['图像生成工具', '图像 生成 工具'],
    ['人工智能公司', '人工智能 公司'],
    ['图像和视频', '图像 视频'],
    ['谷歌的大脑', '谷歌 大脑'],
  ])('has the same results with and without spaces between words: %s', async (joinedText, spacedText) => {
    const ids = (await searchAll(api, spacedText)).map(({ node }) => node.id);
    expect(ids.length).toBeGreaterThan(0);
    expect((await searchAll(api, joinedText)).map(({ node }) => node.id)).toEqual(ids);
  });

  it('has each of its words highlighted', async () => {
    const { edges } = await search(api, '中国公司', { types: ['COMPANY'] });
    expect(edges[0]?.highlights).toContainEqual(expect.stringMatching(/«中国».*«公司»/));
  });
});

describe('a name in traditional characters', () => {
  const scratch = scratchNeo4j();
  const scratchApi = serveApi(() => scratch.database);
  const company = entity('yun', {
    name: { en: 'Yun', zh: '雲端圖像' },
    summary: { en: 'It.', zh: '製作聲音的公司。' },
  });

  beforeAll(async () => {
    await loadDataset(
      scratch.database,
      projectModel(),
      await readSmallDataset((files) => void files['company']?.push(company)),
    );
  });

  it('is found in both scripts and highlighted as written', async () => {
    for (const text of ['云端图像', '雲端圖像']) {
      const [topResult] = (await search(scratchApi, text)).edges;
      expect([topResult?.node.id, topResult?.highlights]).toEqual(['Company:yun', ['«雲端圖像»']]);
    }
    const [summary] = (await search(scratchApi, '制作声音')).edges;
    expect(summary?.highlights).toEqual(['«製作聲音»的公司。']);
    expect(await suggest(scratchApi, '云端')).toEqual(['雲端圖像']);
  });
});
