import { describe, expect, it } from 'vitest';
import { serveApi, type Variables } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

interface Suggestion {
  readonly text: string;
  readonly hint: string;
  readonly entity: { readonly id: string; readonly degree: number };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

async function suggest(prefix: string, variables: Variables = {}): Promise<readonly Suggestion[]> {
  const text = `query ($prefix: String!, $types: [EntityType!], $first: Int) {
    suggest(prefix: $prefix, types: $types, first: $first) { text hint entity { id degree } }
  }`;
  return (await api.query<{ suggest: readonly Suggestion[] }>(text, { prefix, ...variables })).suggest;
}

const textsOf = (suggestions: readonly Suggestion[]): string[] => suggestions.map(({ text }) => text);

describe('suggestions', () => {
  it('complete names and aliases in both languages, regardless of case', async () => {
    expect(textsOf(await suggest('midj'))[0]).toBe('Midjourney');
    expect(textsOf(await suggest('MIDJ'))).toEqual(textsOf(await suggest('midj')));
    expect(textsOf(await suggest('达'))).toContain('达摩院');
    expect((await suggest('谷歌公')).map(({ entity, text }) => [entity.id, text])).toEqual([
      ['Company:google', '谷歌公司'],
    ]);
  });

  it('have a hint with the type and related entities, without refuted facts', async () => {
    expect((await suggest('dall-e'))[0]).toMatchObject({ text: 'DALL·E', hint: 'Tool · Image · OpenAI' });
    // Its refuted location in Switzerland would come first.
    expect((await suggest('hugging face'))[0]?.hint).toBe('Company · United States');
    expect((await suggest('china', { types: ['REGION'] }))[0]?.hint).toBe('Region · Asia');
    expect((await suggest('midstream', { types: ['TIER'] }))[0]?.hint).toBe('Tier');
  });

  it('rank an exact name first, then prefix matches by length, then matches of later words', async () => {
    expect(textsOf(await suggest('voice')).slice(0, 2)).toEqual(['Voice', 'Voice cloning']);
    const suggestions = textsOf(await suggest('voice', { first: 100 }));
    const firstLaterIndex = suggestions.findIndex((text) => !text.toLowerCase().startsWith('voice'));
    expect(suggestions).toContain('Deep Voice');
    expect(suggestions.slice(firstLaterIndex).every((text) => / voice/i.test(text))).toBe(true);
    const prefixMatchLengths = suggestions.slice(0, firstLaterIndex).map(({ length }) => length);
    expect(prefixMatchLengths).toEqual(prefixMatchLengths.toSorted((a, b) => a - b));
    expect(textsOf(await suggest('译', { first: 100 }))).toContain('翻译');
  });

  it('match earlier words exactly and the last word by prefix', async () => {
    expect((await suggest('google br')).map(({ entity }) => entity.id)).toContain('Company:google-brain');
    expect((await suggest('wave n')).map(({ entity }) => entity.id)).toContain('Tool:wavenet');
  });

  it('contain each entity once, in a stable order', async () => {
    const suggestions = await suggest('a', { first: 100 });
    expect(new Set(suggestions.map(({ entity }) => entity.id)).size).toBe(suggestions.length);
    expect(await suggest('A', { first: 100 })).toEqual(suggestions);
    expect(await suggest('a')).toEqual(suggestions.slice(0, 10));
  });

  it('respect the requested types and the requested number', async () => {
    const tools = await suggest('a', { types: ['TOOL'], first: 2 });
    expect(tools.map(({ entity }) => entity.id.split(':')[0])).toEqual(['Tool', 'Tool']);
    expect(await suggest('a', { first: 0 })).toEqual([]);
    expect(await suggest('a', { first: -1 })).toEqual([]);
  });

  it('are empty for an empty prefix and for a prefix without matches', async () => {
    for (const prefix of ['', ' ', '·', 'qzx']) expect(await suggest(prefix)).toEqual([]);
  });
});
