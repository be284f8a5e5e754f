import { entityTypes } from '../entity/entity-types.js';
import type { Statement } from '../neo4j/database.js';
import { relationTypes } from '../relation/relation-types.js';

/** A constraint or an index, as `SHOW CONSTRAINTS` and `SHOW INDEXES` describe it. */
export interface SchemaItem {
  readonly name: string;
  readonly type: 'UNIQUENESS' | 'RANGE' | 'TEXT' | 'FULLTEXT';
  readonly entityType: 'NODE' | 'RELATIONSHIP';
  readonly labelsOrTypes: readonly string[];
  readonly properties: readonly string[];
  /** The index configuration that differs from Neo4j's defaults. */
  readonly indexConfig: Readonly<Record<string, unknown>>;
}

/** The constraints and indexes of a graph with these types of entities and relations. */
export function declareSchema(entities: readonly string[], relations: readonly string[]): SchemaItem[] {
  return [
    declare('UNIQUENESS', 'NODE', 'Entity', 'id'),
    datasetId,
    ...entities.map((label) => declare('UNIQUENESS', 'NODE', label, 'slug')),
    ...relations.map((type) => declare('UNIQUENESS', 'RELATIONSHIP', type, 'id')),
    // The default order of a list.
    ...entities.map((label) => declare('RANGE', 'NODE', label, 'sortKey')),
    // Filters of names: `nameKey` holds all names of an entity between line breaks.
    ...entities.map((label) => declare('TEXT', 'NODE', label, 'nameKey')),
    entitySearch,
  ];
}

/** There is one Dataset node. */
export const datasetId: SchemaItem = declare('UNIQUENESS', 'NODE', 'Dataset', 'id');

/** The search properties hold words that are folded and separated already, so the analyzer only splits at spaces. */
const entitySearch: SchemaItem = {
  name: 'entity_search',
  type: 'FULLTEXT',
  entityType: 'NODE',
  labelsOrTypes: ['Entity'],
  properties: ['searchWholes', 'searchWords', 'searchSummary'],
  indexConfig: { 'fulltext.analyzer': 'whitespace', 'fulltext.eventually_consistent': false },
};

/** The constraints and indexes of the project's graph. */
export const neo4jSchema: readonly SchemaItem[] = declareSchema(entityTypes, relationTypes);

/** Their names. */
export const declaredNames: readonly string[] = neo4jSchema.map(({ name }) => name);

/** The statement that creates a constraint or an index, unless one of its name or definition exists. */
export function createStatement(item: SchemaItem): Statement {
  const { name, type, entityType, labelsOrTypes, properties, indexConfig } = item;
  const labels = labelsOrTypes.join('|');
  const pattern = entityType === 'NODE' ? `(n:${labels})` : `()-[n:${labels}]-()`;
  const list = properties.map((property) => `n.${property}`).join(', ');
  const text = {
    UNIQUENESS: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${pattern} REQUIRE (${list}) IS UNIQUE`,
    RANGE: `CREATE INDEX ${name} IF NOT EXISTS FOR ${pattern} ON (${list})`,
    TEXT: `CREATE TEXT INDEX ${name} IF NOT EXISTS FOR ${pattern} ON (${list})`,
    FULLTEXT: `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR ${pattern} ON EACH [${list}] OPTIONS $options`,
  }[type];
  return { name: `dataset/create-${name}`, text, parameters: type === 'FULLTEXT' ? { options: { indexConfig } } : {} };
}

/** Its name follows from what it covers: `company_sort_key` for `Company.sortKey`. */
function declare(
  type: SchemaItem['type'],
  entityType: SchemaItem['entityType'],
  labelOrType: string,
  property: string,
): SchemaItem {
  const name = `${snakeCase(labelOrType)}_${snakeCase(property)}`;
  return { name, type, entityType, labelsOrTypes: [labelOrType], properties: [property], indexConfig: {} };
}

function snakeCase(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}
