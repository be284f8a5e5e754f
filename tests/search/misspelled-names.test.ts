import { expect, it } from 'vitest';
import { articleDataset } from '../setup/article-dataset.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { search, searchIds } from './search-pages.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

/** English names of letters only, with a first word long enough that a typing error in it makes no other name. */
const names = articleDataset.entities
  .map(({ fields }) => fields.name.en ?? '')
  .filter((name) => /^[a-z]{7,}( [a-z]+)*$/i.test(name));

const misspellings: readonly [title: string, misspell: (name: string) => string][] = [
  ['two transposed letters', (name) => `${name.slice(0, 3)}${name.charAt(4)}${name.charAt(3)}${name.slice(5)}`],
  ['a missing letter', (name) => name.slice(0, 3) + name.slice(4)],
  ['a doubled letter', (name) => name.slice(0, 4) + name.slice(3)],
];

it.each([
  ['opneai', 'Company:openai'],
  ['opnai', 'Company:openai'],
  ['alibbaba', 'Company:alibaba'],
  ['alibaab', 'Company:alibaba'],
  ['transfromer', 'Tool:transformer'],
  ['machnie learning', 'Technique:machine-learning'],
  ['tranlation', 'Industry:translation'],
])('A search for the misspelled name "%s" ranks it before names that only contain it', async (text, id) => {
  expect((await searchIds(api, text, { first: 1 }))[0]).toBe(id);
});

it.each(misspellings)('A search ranks a name with %s first', async (_title, misspell) => {
  const topResults = await Promise.all(names.map((name) => search(api, misspell(name), { first: 1 })));
  expect(names.length).toBeGreaterThan(100);
  expect(topResults.map(({ edges }) => edges[0]?.node.name)).toEqual(names);
});
