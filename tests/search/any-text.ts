import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listen, type Answer, type Api } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const everywhere = `query ($text: String!) {
  search(text: $text) { totalCount types { count } edges { cursor score highlights node { id } } }
  suggest(prefix: $text) { text hint }
  resolve(names: [$text]) { name candidates { score highlights node { id } } }
}`;

/** Asks for a text wherever a search takes one. */
export function askEverywhere(api: Api, text: string): Promise<Answer<object>> {
  return api.send(everywhere, { text });
}

/** Marks that mean something to Lucene. */
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

/** Tests that none of so many texts is an error to a search. */
export function describeAnyText(draws: number): void {
  const neo4j = sharedNeo4j();
  const api = listen(() => neo4j.database);

  describe("Lucene's syntax", () => {
    it('never gives an error, whatever the text', async () => {
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
