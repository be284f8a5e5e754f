import { snakeCase } from '../model/names.js';
import type { EntityTypeModel, Model } from '../model/model.js';
import type { Statement } from '../neo4j/database.js';
import { typeSpecificFields } from './type-specific-fields.js';

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
export function declareSchema({ types, relationTypes }: Model): SchemaItem[] {
  const labels = types.map(({ name }) => name);
  return [
    declareItem('UNIQUENESS', 'NODE', 'Entity', 'id'),
    datasetIdConstraint,
    declareItem('UNIQUENESS', 'NODE', 'FormerEntity', 'id'),
    ...labels.map((label) => declareItem('UNIQUENESS', 'NODE', label, 'slug')),
    ...relationTypes.map(({ name }) => declareItem('UNIQUENESS', 'RELATIONSHIP', name, 'id')),
    // The default order of a list.
    ...labels.map((label) => declareItem('RANGE', 'NODE', label, 'sortKey')),
    // Name filters: `nameKey` holds all names of an entity, delimited by line breaks.
    ...labels.map((label) => declareItem('TEXT', 'NODE', label, 'nameKey')),
    ...types.flatMap(declareFieldIndexes),
    entitySearchIndex,
  ];
}

/** Text filters read the folded key of a property; numeric filters and sorting read the property itself. */
function declareFieldIndexes(type: EntityTypeModel): SchemaItem[] {
  return typeSpecificFields(type).flatMap(({ property, scalar, filter, isSorted }) => {
    const isFiltered = filter !== undefined && (scalar === 'Int' || scalar === 'Float');
    return [
      ...(filter !== undefined && scalar === 'String'
        ? [declareItem('TEXT', 'NODE', type.name, `${property}Key`)]
        : []),
      ...(isFiltered || isSorted ? [declareItem('RANGE', 'NODE', type.name, property)] : []),
    ];
  });
}

/** The constraint that allows only one Dataset node. */
export const datasetIdConstraint: SchemaItem = declareItem('UNIQUENESS', 'NODE', 'Dataset', 'id');

/** The search properties hold folded, separated words, so the analyzer only needs to split at spaces. */
const entitySearchIndex: SchemaItem = {
  name: 'entity_search',
  type: 'FULLTEXT',
  entityType: 'NODE',
  labelsOrTypes: ['Entity'],
  properties: ['searchWholes', 'searchWords', 'searchSummary'],
  indexConfig: { 'fulltext.analyzer': 'whitespace', 'fulltext.eventually_consistent': false },
};

/** The names of the declared constraints and indexes of a model's graph. */
export function declaredNamesOf(model: Model): string[] {
  return declareSchema(model).map(({ name }) => name);
}

/** The statement that creates a constraint or index unless one with its name or definition exists. */
export function toCreateStatement(item: SchemaItem): Statement {
  const { name, type, entityType, labelsOrTypes, properties, indexConfig } = item;
  const labels = labelsOrTypes.join('|');
  const pattern = entityType === 'NODE' ? `(n:${labels})` : `()-[n:${labels}]-()`;
  const propertyList = properties.map((property) => `n.${property}`).join(', ');
  const text = {
    UNIQUENESS: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${pattern} REQUIRE (${propertyList}) IS UNIQUE`,
    RANGE: `CREATE INDEX ${name} IF NOT EXISTS FOR ${pattern} ON (${propertyList})`,
    TEXT: `CREATE TEXT INDEX ${name} IF NOT EXISTS FOR ${pattern} ON (${propertyList})`,
    FULLTEXT: `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR ${pattern} ON EACH [${propertyList}] OPTIONS $options`,
  }[type];
  return { name: `dataset/create-${name}`, text, parameters: type === 'FULLTEXT' ? { options: { indexConfig } } : {} };
}

/** Names an item after the property it covers: `company_sort_key` for `Company.sortKey`. */
function declareItem(
  type: SchemaItem['type'],
  entityType: SchemaItem['entityType'],
  labelOrType: string,
  property: string,
): SchemaItem {
  const name = `${snakeCase(labelOrType)}_${snakeCase(property)}`;
  return { name, type, entityType, labelsOrTypes: [labelOrType], properties: [property], indexConfig: {} };
}
