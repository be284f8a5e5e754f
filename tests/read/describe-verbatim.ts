import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { listen } from '../setup/api.js';

/** Operations, each with what its answer is of. */
export const answers: readonly (readonly [what: string, query: string])[] = [
  ['of one entity', '{ company(slug: "openai") { slug summary name kind degree id } }'],
  ['of none', '{ company(slug: "nobody") { slug } }'],
  [
    'under another name, with the names of types',
    '{ it: company(slug: "openai") { __typename name tools { __typename nodes { name __typename slug } } } }',
  ],
  [
    'of lists in lists',
    '{ domains(first: 3) { nodes { tools(first: 4) { nodes { companies { nodes { regions { nodes { name slug } } name } } slug } } name } } }',
  ],
  [
    'of lists that differ in their length from row to row',
    '{ domain(slug: "image") { tools(first: 4) { nodes { slug companies(first: 2) { nodes { slug tools(first: 3) { nodes { slug } } domains(first: 1) { nodes { slug tools(first: 2) { nodes { name } } } } } } } } companies(first: 3) { nodes { slug } } } }',
  ],
  [
    'of lists that differ in the same row, and further down once more',
    '{ company(slug: "google") { tools(first: 4) { nodes { slug companies { nodes { tools(first: 1) { nodes { slug } } } } } } more: tools(last: 2) { nodes { slug } } } }',
  ],
  ['of the end of a list', '{ tools(last: 3) { nodes { slug } } }'],
  ['by fragments', '{ tool(slug: "dall-e") { ...b slug } } fragment b on Tool { name ... on Tool { kind } }'],
  [
    'of several types',
    '{ neighborhood(ids: ["Company:openai"], depth: 2) { links { target id type source } nodes { ... on Tool { kind } name id slug } nodeCount truncated linkCount } }',
  ],
  [
    'of one walk',
    '{ paths(from: "Company:openai", to: "Company:google") { nodes { id name } length relations { id } } }',
  ],
  [
    'of walks',
    '{ paths(from: "Company:openai", to: "Company:google", first: 3) { nodes { id name } length relations { id source target note } } }',
  ],
  ['of what a region is part of', '{ regions { nodes { slug parent { slug parent { name } } } } }'],
  ['that fails', '{ paths(from: "Company:openai", to: "Company:nobody") { length } }'],
  ['of what is loaded', '{ dataset { title version } }'],
];

/** The data of an answer as it was sent, letter by letter. */
async function dataOf(url: string, query: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.text()).replace(/,"extensions":.*$/s, '');
}

/** Tests that answers to these are worded as the resolvers of graphql-js make them. */
export function describeVerbatim(some: typeof answers): void {
  const neo4j = sharedNeo4j();
  const read = { cache: false, cacheUrl: undefined };
  const compiled = listen(() => neo4j.database, { read: { ...read, executor: 'jit', compileAfter: 0 } });
  const shared = listen(() => neo4j.database, { read: { ...read, executor: 'jit', compileAfter: 1_000_000 } });
  const interpreted = listen(() => neo4j.database, {
    read: { ...read, executor: 'graphql-js', compileAfter: 0 },
  });

  describe('An answer that is read as it is worded', () => {
    it.each(some)('%s is the one that resolvers make', async (_what, query) => {
      const expected = await dataOf(interpreted.url, query);
      // Apollo Server words the first answer to an operation, we the second.
      for (const { url } of [compiled, shared]) {
        expect([await dataOf(url, query), await dataOf(url, query)]).toEqual([expected, expected]);
      }
    });
  });
}
