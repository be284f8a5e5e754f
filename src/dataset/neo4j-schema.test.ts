import { describe, expect, it } from 'vitest';
import { projectModel } from '../model/project-model.js';
import { musicModel } from '../../tests/dataset/music.js';
import { toCreateStatement, declaredNamesOf, declareSchema } from './neo4j-schema.js';

const declared = declareSchema(projectModel());

describe('the declared constraints and indexes', () => {
  it('cover every entity type, relation type, filtered field and sorted field, and are named after them', () => {
    expect(declaredNamesOf(musicModel)).toEqual([
      'entity_id',
      'dataset_id',
      'former_entity_id',
      ...['composer_slug', 'work_slug'],
      ...['wrote_id', 'part_of_id', 'quotes_id'],
      ...['composer_sort_key', 'work_sort_key'],
      ...['composer_name_key', 'work_name_key'],
      ...['work_year', 'work_played', 'work_catalogue_key', 'work_motto_key'],
      'entity_search',
    ]);
  });

  it('have unique names', () => {
    expect(new Set(declared.map(({ name }) => name)).size).toBe(declared.length);
  });

  it.each([
    ['dataset_id', 'CREATE CONSTRAINT dataset_id IF NOT EXISTS FOR (n:Dataset) REQUIRE (n.id) IS UNIQUE'],
    ['develops_id', 'CREATE CONSTRAINT develops_id IF NOT EXISTS FOR ()-[n:DEVELOPS]-() REQUIRE (n.id) IS UNIQUE'],
    ['tool_sort_key', 'CREATE INDEX tool_sort_key IF NOT EXISTS FOR (n:Tool) ON (n.sortKey)'],
    ['tool_name_key', 'CREATE TEXT INDEX tool_name_key IF NOT EXISTS FOR (n:Tool) ON (n.nameKey)'],
    [
      'entity_search',
      'CREATE FULLTEXT INDEX entity_search IF NOT EXISTS FOR (n:Entity) ' +
        'ON EACH [n.searchWholes, n.searchWords, n.searchSummary] OPTIONS $options',
    ],
  ])('are created by one statement each: %s', (itemName, text) => {
    const statements = declared.filter(({ name }) => name === itemName).map(toCreateStatement);
    expect(statements).toMatchObject([{ name: `dataset/create-${itemName}`, text }]);
  });
});
