import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listen, type Answer } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { idsOf, search } from './ask.js';

const neo4j = sharedNeo4j();
const api = listen(() => neo4j.database);

const everywhere = `query ($text: String!) {
  search(text: $text) { totalCount types { count } edges { cursor score highlights node { id } } }
  suggest(prefix: $text) { text hint }
  resolve(names: [$text]) { name candidates { score highlights node { id } } }
}`;

function ask(text: string): Promise<Answer<object>> {
  return api.send(everywhere, { text });
}

const syntax = ['"', '\\', 'AND', 'OR', 'NOT', '~', '*', '?', ':', '(', ')', '[', ']', '{', '}', '/', '^', '+', '-'];
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

describe("Lucene's syntax", () => {
  it.each([...syntax, '!', '&&', '||', '<', '>', '=', '@', '#'])('is plain text: %s', async (mark) => {
    for (const text of [`openai ${mark}`, `${mark} openai`]) {
      const ids = await idsOf(api, text);
      expect(/\w/.test(mark) ? ids : ids.slice(0, 1)).toEqual(/\w/.test(mark) ? expect.any(Array) : ['Company:openai']);
    }
    expect((await ask(mark)).errors).toBeUndefined();
    expect((await ask(`openai${mark}图像`)).errors).toBeUndefined();
  });

  it('finds nothing for an empty text or for punctuation alone', async () => {
    for (const text of ['', '   ', '\t\n', '·', '"', '（）', '?!', '* *', '🙂']) {
      const { totalCount, types, edges, pageInfo } = await search(api, text);
      expect([totalCount, types, edges, pageInfo.hasNextPage]).toEqual([0, [], [], false]);
    }
  });

  it('takes 10,000 characters', async () => {
    for (const piece of ['a', 'openai ', '图', '图像 ', '"~', 'x* ', '\\']) {
      expect((await ask(piece.repeat(10_000 / piece.length))).errors).toBeUndefined();
    }
  });

  it('never gives an error, whatever the text', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
    );
    const answers = fc.asyncProperty(texts, async (text) => {
      expect((await ask(text)).errors).toBeUndefined();
    });
    await fc.assert(answers, { numRuns: Number(process.env['RUNS'] ?? 150) });
  });
});
