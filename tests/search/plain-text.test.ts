import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { searchEverywhere, describeRandomText, luceneOperators } from './describe-random-text.js';
import { searchIds, search } from './search-pages.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

describeRandomText(12);

describe('a search', () => {
  it.each([...luceneOperators, '!', '&&', '||', '<', '>', '=', '@', '#'])(
    'treats %s as plain text',
    async (operator) => {
      for (const text of [`openai ${operator}`, `${operator} openai`]) {
        const ids = await searchIds(api, text);
        expect(/\w/.test(operator) ? ids : ids.slice(0, 1)).toEqual(
          /\w/.test(operator) ? expect.any(Array) : ['Company:openai'],
        );
      }
      expect((await searchEverywhere(api, operator)).errors).toBeUndefined();
      expect((await searchEverywhere(api, `openai${operator}图像`)).errors).toBeUndefined();
    },
  );

  it('finds nothing for an empty text or for only punctuation', async () => {
    for (const text of ['', '   ', '\t\n', '·', '"', '（）', '?!', '* *', '🙂']) {
      const { totalCount, types, edges, pageInfo } = await search(api, text);
      expect([totalCount, types, edges, pageInfo.hasNextPage]).toEqual([0, [], [], false]);
    }
  });

  it('accepts 10,000 characters', async () => {
    for (const part of ['a', 'openai ', '图', '图像 ', '"~', 'x* ', '\\']) {
      expect((await searchEverywhere(api, part.repeat(10_000 / part.length))).errors).toBeUndefined();
    }
  });
});
