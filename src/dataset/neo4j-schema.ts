import { snakeCase } from '../model/names.js';
import type { EntityTypeModel, Model } from '../model/model.js';
import type { Statement } from '../neo4j/database.js';
import { ownFields } from './own-fields.js';

/** A declared constraint or index, in the terms of `SHOW CONSTRAINTS` and `SHOW INDEXES`. */
export interface SchemaItem {
  readonly name: string;
  readonly type: 'UNIQUENESS' | 'RANGE' | 'TEXT' | 'FULLTEXT';
  readonly entityType: 'NODE' | 'RELATIONSHIP';
  readonly labelsOrTypes: readonly string[];
  readonly properties: readonly string[];
  /** The index settings that differ from Neo4j's defaults. */
  readonly indexConfig: Readonly<Record<string, unknown>>;
}

/** Declares the constraints and indexes of a model's graph. */
export function neo4jSchema({ types, relationTypes }: Model): SchemaItem[] {
  const labels = types.map(({ name }) => name);
  return [
    declare('UNIQUENESS', 'NODE', 'Entity', 'id'),
    datasetId,
    ...labels.map((label) => declare('UNIQUENESS', 'NODE', label, 'slug')),
    ...relationTypes.map(({ name }) => declare('UNIQUENESS', 'RELATIONSHIP', name, 'id')),
    // The default order of a list.
    ...labels.map((label) => declare('RANGE', 'NODE', label, 'sortKey')),
    // Name filters: `nameKey` holds all names of an entity, delimited by line breaks.
    ...labels.map((label) => declare('TEXT', 'NODE', label, 'nameKey')),
    ...types.flatMap(fieldIndexes),
    entitySearch,
  ];
}

/** Text filters read the folded key of a property; numeric filters and sorting read the property itself. */
function fieldIndexes(type: EntityTypeModel): SchemaItem[] {
  return ownFields(type).flatMap(({ property, scalar, filter, isSorted }) => {
    const isFiltered = filter !== undefined && (scalar === 'Int' || scalar === 'Float');
    return [
      ...(filter !== undefined && scalar === 'String' ? [declare('TEXT', 'NODE', type.name, `${property}Key`)] : []),
      ...(isFiltered || isSorted ? [declare('RANGE', 'NODE', type.name, property)] : []),
    ];
  });
}

/** The constraint that allows only one Dataset node. */
export const datasetId: SchemaItem = declare('UNIQUENESS', 'NODE', 'Dataset', 'id');

/** The search properties hold folded, separated words, so the analyzer only needs to split at spaces. */
const entitySearch: SchemaItem = {
  name: 'entity_search',
  type: 'FULLTEXT',
  entityType: 'NODE',
  labelsOrTypes: ['Entity'],
  properties: ['searchWholes', 'searchWords', 'searchSummary'],
  indexConfig: { 'fulltext.analyzer': 'whitespace', 'fulltext.eventually_consistent': false },
};

/** The names of the declared constraints and indexes of a model's graph. */
export function declaredNames(model: Model): string[] {
  return neo4jSchema(model).map(({ name }) => name);
}

/** The statement that creates a constraint or index unless one with its name or definition exists. */
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

/** Names an item after the property it covers: `company_sort_key` for `Company.sortKey`. */
function declare(
  type: SchemaItem['type'],
  entityType: SchemaItem['entityType'],
  labelOrType: string,
  property: string,
): SchemaItem {
  const name = `${snakeCase(labelOrType)}_${snakeCase(property)}`;
  return { name, type, entityType, labelsOrTypes: [labelOrType], properties: [property], indexConfig: {} };
}
