import { beforeAll, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { entity, readSmallDataset } from '../dataset/small-dataset.js';
import { serveApi } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';
import { search } from './search-pages.js';

const neo4j = scratchNeo4j();
const api = serveApi(() => neo4j.database);

// The slugs are in the reverse order of relevance, because ties are in the order of the slugs.
const companies = [
  entity('a-summary', { summary: { en: 'They make the River.', zh: '他们制作河流。' } }),
  entity('b-misspelled-word', { name: { en: 'Rivre Sun' } }),
  entity('c-misspelled-name', { name: { en: 'Rivre' } }),
  entity('d-part', { name: { en: 'Red River' } }),
  entity('e-beginning', { name: { en: 'Riverside' } }),
  entity('f-alias', { aliases: ['river'] }),
  entity('g-name', { name: { en: 'River' } }),
];

beforeAll(async () => {
  await loadDataset(
    neo4j.database,
    projectModel(),
    await readSmallDataset((files) => void files['company']?.push(...companies)),
  );
});

it.each(['river', 'RIVER', '\uFF52iver'])(
  'A search ranks a name, an alias, a prefix, a word, a misspelled name, a misspelled word and a summary in this order: %s',
  async (text) => {
    const { edges } = await search(api, text);
    expect(edges.map(({ node }) => node.id)).toEqual([
      'Company:g-name',
      'Company:f-alias',
      'Company:e-beginning',
      'Company:d-part',
      'Company:c-misspelled-name',
      'Company:b-misspelled-word',
      'Company:a-summary',
    ]);
    expect(new Set(edges.map(({ score }) => Math.trunc(score))).size).toBe(7);
  },
);
