import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { searchAll, searchIds } from './search-pages.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

async function suggest(prefix: string): Promise<string[]> {
  const text = 'query ($prefix: String!) { suggest(prefix: $prefix) { text } }';
  const data = await api.query<{ suggest: readonly { readonly text: string }[] }>(text, { prefix });
  return data.suggest.map((suggestion) => suggestion.text);
}

describe('connecting words', () => {
  it.each([
    ['openai NOT google', 'openai google'],
    ['images AND text', 'images text'],
    ['image OR video', 'image video'],
    ['image or video', 'image video'],
    ['the google', 'google'],
    ['models by openai', 'models openai'],
    ['speech in baidu', 'speech baidu'],
    ['images from the text', 'images text'],
    ['图像 和 视频', '图像 视频'],
    ['图像以及视频', '图像 视频'],
    ['中国 的 公司', '中国 公司'],
  ])('neither add nor remove results of a search: %s', async (text, textWithout) => {
    const [results, resultsWithout] = await Promise.all([searchAll(api, text), searchAll(api, textWithout)]);
    expect(results.map(({ node }) => node.id)).toEqual(resultsWithout.map(({ node }) => node.id));
    expect(results.filter(({ highlights }) => highlights.length === 0)).toEqual([]);
  });

  it('count in a name that a search is equal to or begins', async () => {
    expect(await searchIds(api, 'the grid')).toEqual(['Company:the-grid', 'Tool:the-grid', 'Section:design-direction']);
    expect((await searchIds(api, 'text to im'))[0]).toBe('Technique:text-to-image-generation');
  });

  it.each(['and', 'OR', 'of the', '的', '和'])('are found if a text has no other words: %s', async (text) => {
    expect(await searchIds(api, text)).not.toEqual([]);
  });

  it('before the typed word do not reduce the suggestions', async () => {
    expect(await suggest('the midj')).toEqual(await suggest('midj'));
    expect(await suggest('谷歌 和 百')).toEqual(await suggest('谷歌 百'));
    expect(await suggest('the')).toContain('The Grid');
  });
});
