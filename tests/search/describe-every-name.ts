import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleDataset } from '../setup/article-dataset.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { searchAll } from './search-pages.js';

const { entities } = articleDataset;

interface Name {
  readonly id: string;
  readonly text: string;
  readonly isAlias: boolean;
}

const names: readonly Name[] = entities.flatMap(({ id, fields: { name, aliases = [] } }) => [
  ...[name.en, name.zh].flatMap((text) => (text === undefined ? [] : [{ id, text, isAlias: false }])),
  ...aliases.map((text) => ({ id, text, isAlias: true })),
]);

/** Searches per operation: the limit of aliases in an operation. */
const searchesPerOperation = 15;
const batchQuery = `query (${repeatNumbered(`$t_: String!`, ', ')}) {
  ${repeatNumbered('t_: search(text: $t_, first: 100) { edges { score node { id } } }', '\n')}
}`;

/** The size of the sample of names. */
export interface SampleSize {
  /** Tests each n-th name or alias; 1 for all. */
  readonly step: number;
  /** Number of random substrings of Chinese names. */
  readonly substringCount: number;
}

/** Tests that a search finds entities by their names. */
export function describeEveryName({ step, substringCount }: SampleSize): void {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database);
  const sampledNames = names.filter((_name, index) => index % step === 0);

  describe('a search', () => {
    it('has more than 500 names to find', () => expect(names.length).toBeGreaterThan(500));

    it('finds every entity by each of its names and aliases with the score of an exact match', async () => {
      const missedNames: Name[] = [];
      for (let start = 0; start < sampledNames.length; start += searchesPerOperation) {
        const batch = sampledNames.slice(start, start + searchesPerOperation);
        const texts = Object.fromEntries(batchIndexes().map((number) => [`t${number}`, batch[number]?.text ?? '']));
        const data = await api.query<Record<string, { edges: readonly { score: number; node: { id: string } }[] }>>(
          batchQuery,
          texts,
        );
        batch.forEach((name, number) => {
          const result = data[`t${number}`]?.edges.find(({ node }) => node.id === name.id);
          if (!result || result.score < (name.isAlias ? 7 : 8)) missedNames.push(name);
        });
      }
      expect(missedNames).toEqual([]);
    });

    it('finds every entity by two or more consecutive characters of its Chinese name', async () => {
      const chinese = names.filter(({ text }) => /\p{Script=Han}.*\p{Script=Han}/u.test(text));
      const substrings = fc.constantFrom(...chinese).chain(({ id, text }) => {
        const characters = Array.from(text);
        const part = fc
          .tuple(fc.nat(characters.length - 2), fc.integer({ min: 2, max: characters.length }))
          .map(([start, length]) => characters.slice(start, start + length).join(''));
        return part
          .filter((substring) => /\p{Script=Han}/u.test(substring))
          .map((substring) => ({ id, part: substring }));
      });
      const property = fc.asyncProperty(substrings, async ({ id, part }) => {
        const types = [id.split(':')[0]?.toUpperCase()];
        expect((await searchAll(api, part, { types })).map(({ node }) => node.id)).toContain(id);
      });
      await fc.assert(property, { numRuns: substringCount });
    });
  });
}

function batchIndexes(): number[] {
  return Array.from({ length: searchesPerOperation }, (_, index) => index);
}

function repeatNumbered(text: string, separator: string): string {
  return batchIndexes()
    .map((number) => text.replaceAll('t_', `t${number}`))
    .join(separator);
}
