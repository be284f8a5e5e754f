import { describe, expect, it } from 'vitest';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { askEverywhere, describeAnyText, syntax } from './any-text.js';
import { idsOf, search } from './ask.js';

const neo4j = sharedNeo4j();
const api = listen(() => neo4j.database);

describeAnyText(12);

describe('a search', () => {
  it.each([...syntax, '!', '&&', '||', '<', '>', '=', '@', '#'])('treats %s as plain text', async (mark) => {
    for (const text of [`openai ${mark}`, `${mark} openai`]) {
      const ids = await idsOf(api, text);
      expect(/\w/.test(mark) ? ids : ids.slice(0, 1)).toEqual(/\w/.test(mark) ? expect.any(Array) : ['Company:openai']);
    }
    expect((await askEverywhere(api, mark)).errors).toBeUndefined();
    expect((await askEverywhere(api, `openai${mark}图像`)).errors).toBeUndefined();
  });

  it('finds nothing for an empty text or for only punctuation', async () => {
    for (const text of ['', '   ', '\t\n', '·', '"', '（）', '?!', '* *', '🙂']) {
      const { totalCount, types, edges, pageInfo } = await search(api, text);
      expect([totalCount, types, edges, pageInfo.hasNextPage]).toEqual([0, [], [], false]);
    }
  });

  it('accepts 10,000 characters', async () => {
    for (const piece of ['a', 'openai ', '图', '图像 ', '"~', 'x* ', '\\']) {
      expect((await askEverywhere(api, piece.repeat(10_000 / piece.length))).errors).toBeUndefined();
    }
  });
});
