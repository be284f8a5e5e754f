import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listen, type Answer, type Api } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const everywhere = `query ($text: String!) {
  search(text: $text) { totalCount types { count } edges { cursor score highlights node { id } } }
  suggest(prefix: $text) { text hint }
  resolve(names: [$text]) { name candidates { score highlights node { id } } }
}`;

/** Sends a text to all three search fields. */
export function askEverywhere(api: Api, text: string): Promise<Answer<object>> {
  return api.send(everywhere, { text });
}

/** Operators of the Lucene query syntax. */
export const syntax = [
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
const pieces = [
  ...syntax,
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
export function describeAnyText(draws: number): void {
  const neo4j = sharedNeo4j();
  const api = listen(() => neo4j.database);

  describe('a search for random text', () => {
    it('returns no errors', async () => {
      const texts = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
      );
      const answers = fc.asyncProperty(texts, async (text) => {
        expect((await askEverywhere(api, text)).errors).toBeUndefined();
      });
      await fc.assert(answers, { numRuns: draws });
    });
  });
}
