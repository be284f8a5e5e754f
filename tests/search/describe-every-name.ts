import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleDataset } from '../setup/article-dataset.js';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { searchAll } from './ask.js';

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
const together = 15;
const ask = `query (${places(`$t_: String!`, ', ')}) {
  ${places('t_: search(text: $t_, first: 100) { edges { score node { id } } }', '\n')}
}`;

/** The size of the sample of names. */
export interface Looks {
  /** Tests each n-th name or alias; 1 for all. */
  readonly step: number;
  /** Number of random substrings of Chinese names. */
  readonly draws: number;
}

/** Tests that a search finds entities by their names. */
export function describeEveryName({ step, draws }: Looks): void {
  const neo4j = sharedNeo4j();
  const api = listen(() => neo4j.database);
  const wanted = names.filter((_name, index) => index % step === 0);

  describe('a search', () => {
    it('has more than 500 names to find', () => expect(names.length).toBeGreaterThan(500));

    it('finds every entity by each of its names and aliases with the score of an exact match', async () => {
      const missed: Name[] = [];
      for (let start = 0; start < wanted.length; start += together) {
        const some = wanted.slice(start, start + together);
        const texts = Object.fromEntries(numbers().map((number) => [`t${number}`, some[number]?.text ?? '']));
        const data = await api.ask<Record<string, { edges: readonly { score: number; node: { id: string } }[] }>>(
          ask,
          texts,
        );
        some.forEach((name, number) => {
          const found = data[`t${number}`]?.edges.find(({ node }) => node.id === name.id);
          if (!found || found.score < (name.isAlias ? 6 : 7)) missed.push(name);
        });
      }
      expect(missed).toEqual([]);
    });

    it('finds every entity by two or more consecutive characters of its Chinese name', async () => {
      const chinese = names.filter(({ text }) => /\p{Script=Han}.*\p{Script=Han}/u.test(text));
      const parts = fc.constantFrom(...chinese).chain(({ id, text }) => {
        const characters = Array.from(text);
        const part = fc
          .tuple(fc.nat(characters.length - 2), fc.integer({ min: 2, max: characters.length }))
          .map(([start, length]) => characters.slice(start, start + length).join(''));
        return part.filter((found) => /\p{Script=Han}/u.test(found)).map((found) => ({ id, part: found }));
      });
      const found = fc.asyncProperty(parts, async ({ id, part }) => {
        const types = [id.split(':')[0]?.toUpperCase()];
        expect((await searchAll(api, part, { types })).map(({ node }) => node.id)).toContain(id);
      });
      await fc.assert(found, { numRuns: draws });
    });
  });
}

function numbers(): number[] {
  return Array.from({ length: together }, (_, index) => index);
}

function places(text: string, between: string): string {
  return numbers()
    .map((number) => text.replaceAll('t_', `t${number}`))
    .join(between);
}
