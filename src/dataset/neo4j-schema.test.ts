import { describe, expect, it } from 'vitest';
import { entityTypes } from '../entity/entity-types.js';
import { relationTypes } from '../relation/relation-types.js';
import { createStatement, declareSchema, neo4jSchema } from './neo4j-schema.js';

describe('the declared constraints and indexes', () => {
  it('are named for what they cover, for every type of entity and relation', () => {
    expect(declareSchema(['Company', 'FieldOfWork'], ['BELONGS_TO']).map(({ name }) => name)).toEqual([
      'entity_id',
      'dataset_id',
      'company_slug',
      'field_of_work_slug',
      'belongs_to_id',
      'company_sort_key',
      'field_of_work_sort_key',
      'company_name_key',
      'field_of_work_name_key',
      'entity_search',
    ]);
    expect(neo4jSchema).toEqual(declareSchema(entityTypes, relationTypes));
  });

  it('have names of their own', () => {
    expect(new Set(neo4jSchema.map(({ name }) => name)).size).toBe(neo4jSchema.length);
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
  ])('are created by one statement each: %s', (wanted, text) => {
    const statements = neo4jSchema.filter(({ name }) => name === wanted).map(createStatement);
    expect(statements).toMatchObject([{ name: `dataset/create-${wanted}`, text }]);
  });
});
