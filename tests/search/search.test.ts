import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { searchIds, search, searchAll } from './search-pages.js';

const neo4j = sharedNeo4j();
const statementNames: string[] = [];
const api = serveApi(() => ({
  ...neo4j.database,
  read: (statement) => {
    statementNames.push(statement.name);
    return neo4j.database.read(statement);
  },
}));

describe('a search', () => {
  it.each([
    ['图像', 'Domain:image'],
    ['翻译', 'Company:niutrans'],
    ['达摩', 'Company:damo-academy'],
    ['摩院', 'Company:damo-academy'],
    ['谷歌大', 'Company:google-brain'],
  ])('finds Chinese names by a part of their characters: %s', async (text, id) => {
    expect(await searchIds(api, text)).toContain(id);
  });

  it.each([
    ['brain', 'Company:google-brain'],
    ['midj', 'Tool:midjourney'],
    ['midjorney', 'Tool:midjourney'],
    ['midjourny', 'Tool:midjourney'],
    ['mdijourney', 'Tool:midjourney'],
    ['goggle brain', 'Company:google-brain'],
    ['deep-dream', 'Tool:deep-dream'],
    ['wave net', 'Tool:wavenet'],
  ])('finds Latin names by word, by prefix and with a typo: %s', async (text, id) => {
    expect((await searchIds(api, text)).slice(0, 3)).toContain(id);
  });

  it('tolerates no typo in words of four letters', async () => {
    expect(await searchIds(api, 'dell')).not.toContain('Tool:dall-e');
  });

  it('ignores differences in case, width and punctuation', async () => {
    const [first, ...others] = await Promise.all(
      ['DALL·E', 'DALL-E', 'dalle', 'ＤＡＬＬ－Ｅ', 'Dall E', '“dall.e”'].map((text) => searchIds(api, text)),
    );
    expect(first?.[0]).toBe('Tool:dall-e');
    for (const other of others) expect(other.slice(0, 2)).toEqual(first?.slice(0, 2));
  });

  it('ranks an exact name above an alias, a prefix, a word of a name and a summary', async () => {
    const results = await searchAll(api, '翻译');
    const scoreOf = (id: string): number => results.find(({ node }) => node.id === id)?.score ?? 0;
    const scores = [
      scoreOf('Industry:translation'),
      scoreOf('Technique:machine-translation'),
      scoreOf('Company:niutrans'),
    ];
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.every((score) => score > 0)).toBe(true);
    const autodeskResults = await searchAll(api, 'autodesk');
    expect(autodeskResults.map(({ node }) => node.id)).toEqual([
      'Company:autodesk',
      'Tool:autodesk-dreamcatcher',
      'Section:design-direction',
    ]);
    expect(new Set(autodeskResults.map(({ score }) => Math.trunc(score))).size).toBe(3);
    expect(autodeskResults.every(({ score }) => score > 0)).toBe(true);
  });

  it('ranks entities that match every word first, across names, summaries and languages', async () => {
    expect(await searchIds(api, '图像 generation')).toContain('Technique:image-generation');
    expect(await searchIds(api, 'hunyuan laboratory 2016')).toEqual(['Company:tencent-ai-lab', 'Tool:hunyuan']);
    expect(await searchIds(api, '语言模型', { types: ['COMPANY'] })).toContain('Company:openai');
    expect(await searchIds(api, 'openai 达摩')).toEqual(['Company:openai']);
    expect(await searchIds(api, '大脑 达摩')).toEqual([]);
  });

  it('counts all results, in total and by type', async () => {
    const { totalCount, types, edges } = await search(api, '图像', { first: 3 });
    const allResults = await searchAll(api, '图像');
    expect(edges).toHaveLength(3);
    expect(allResults).toHaveLength(totalCount);
    const counts = new Map<string, number>();
    for (const { node } of allResults) {
      const type = node.id.split(':')[0]?.toUpperCase() ?? '';
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    expect(new Map(types.map(({ type, count }) => [type, count]))).toEqual(counts);
  });

  it('finds only the requested types', async () => {
    const { types, edges } = await search(api, '图像', { types: ['TOOL', 'DOMAIN'] });
    expect(types.map(({ type }) => type).toSorted()).toEqual(['DOMAIN', 'TOOL']);
    expect(edges.every(({ node }) => /^(Tool|Domain):/.test(node.id))).toBe(true);
    expect((await search(api, '图像', { types: [] })).totalCount).toBe(0);
  });

  it('highlights matches in names, aliases and summaries in both languages', async () => {
    const highlights = async (text: string): Promise<readonly string[] | undefined> =>
      (await search(api, text)).edges[0]?.highlights;
    expect(await highlights('dalle')).toEqual(expect.arrayContaining(['«DALL-E»', '«DALL·E»', '«DALLE»', '«DALL E»']));
    expect(await highlights('达摩')).toContain('阿里巴巴«达摩»院');
    expect(await highlights('midjorney')).toContain('«Midjourney»');
    expect(await highlights('gogle brain')).toContain('«Google Brain»');
    expect(await highlights('hunyuan laboratory 2016')).toContainEqual(
      expect.stringMatching(/«laboratory».*«2016».*«Hunyuan»/),
    );
  });

  it('returns highlights for every result', async () => {
    for (const text of ['图像', 'deep', 'dalle', 'speech recognition', 'gogle', '中国 ai', 'wave net']) {
      const results = await searchAll(api, text);
      expect(results.length).toBeGreaterThan(0);
      expect(results.filter(({ highlights }) => highlights.length === 0)).toEqual([]);
    }
  });

  it('runs a single Cypher statement for any selection', async () => {
    const countBefore = statementNames.filter((name) => name === 'search').length;
    const data = await api.query<{ search: { nodes: readonly object[] }; company: object }>(
      `query Below {
        search(text: "openai", types: [COMPANY]) { nodes { ...of } edges { node { degree ...of } } }
        company(slug: "openai") { ...of }
      }
      fragment of on Company {
        slug domains { nodes { name } } tools(first: 2) { totalCount nodes { slug techniques { nodes { slug } } } }
      }`,
    );
    expect(data.search.nodes).toEqual([data.company]);
    expect(statementNames.filter((name) => name === 'search')).toHaveLength(countBefore + 1);
  });
});
