import { snakeCase } from '../model/names.js';
import type { EntityTypeModel, Model } from '../model/model.js';
import type { Statement } from '../neo4j/database.js';
import { ownFields } from './own-fields.js';

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

/** The constraints and indexes of the graph of a model. */
export function neo4jSchema({ types, relationTypes }: Model): SchemaItem[] {
  const labels = types.map(({ name }) => name);
  return [
    declare('UNIQUENESS', 'NODE', 'Entity', 'id'),
    datasetId,
    ...labels.map((label) => declare('UNIQUENESS', 'NODE', label, 'slug')),
    ...relationTypes.map(({ name }) => declare('UNIQUENESS', 'RELATIONSHIP', name, 'id')),
    // The default order of a list.
    ...labels.map((label) => declare('RANGE', 'NODE', label, 'sortKey')),
    // Filters of names: `nameKey` holds all names of an entity between line breaks.
    ...labels.map((label) => declare('TEXT', 'NODE', label, 'nameKey')),
    ...types.flatMap(fieldIndexes),
    entitySearch,
  ];
}

/** Filters of a text search its key; numbers are filtered, and all values sorted, as they are. */
function fieldIndexes(type: EntityTypeModel): SchemaItem[] {
  return ownFields(type).flatMap(({ property, scalar, filter, isSorted }) => {
    const isFiltered = filter !== undefined && (scalar === 'Int' || scalar === 'Float');
    return [
      ...(filter !== undefined && scalar === 'String' ? [declare('TEXT', 'NODE', type.name, `${property}Key`)] : []),
      ...(isFiltered || isSorted ? [declare('RANGE', 'NODE', type.name, property)] : []),
    ];
  });
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

/** The names of the constraints and indexes of the graph of a model. */
export function declaredNames(model: Model): string[] {
  return neo4jSchema(model).map(({ name }) => name);
}

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
