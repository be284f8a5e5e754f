import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serveApi, type GraphqlResponse, type Api } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const query = `query ($text: String!) {
  search(text: $text) { totalCount types { count } edges { cursor score highlights node { id } } }
  suggest(prefix: $text) { text hint }
  resolve(names: [$text]) { name candidates { score highlights node { id } } }
}`;

/** Sends a text to all three search fields. */
export function searchEverywhere(api: Api, text: string): Promise<GraphqlResponse<object>> {
  return api.send(query, { text });
}

/** Operators of the Lucene query syntax. */
export const luceneOperators = [
  '"',
  '\\',
  'AND',
  'OR',
  'NOT',
  '~',
  '*',
  '?',
  ':',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '/',
  '^',
  '+',
  '-',
];
const textParts = [
  ...luceneOperators,
  '!',
  '&&',
  '||',
  ' ',
  'searchWords:',
  'TO',
  '~1',
  'openai',
  '图像',
  'É',
  'ǅ',
  '½',
  '\0',
  '\n',
];

/** Tests that random texts cause no errors; `draws` is the number of texts. */
export function describeRandomText(textCount: number): void {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database);

  describe('a search for random text', () => {
    it('returns no errors', async () => {
      const texts = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.array(fc.constantFrom(...textParts), { maxLength: 12 }).map((parts) => parts.join('')),
      );
      const property = fc.asyncProperty(texts, async (text) => {
        expect((await searchEverywhere(api, text)).errors).toBeUndefined();
      });
      await fc.assert(property, { numRuns: textCount });
    });
  });
}
