import {
  entityTypes,
  relationTypes,
  type EntityTypeName as EntityType,
  type RelationTypeName as RelationType,
} from '../../src/generated/resolvers.js';
import type { Value } from './node-row.js';

/** A column of a CSV file: the property, and its type in the notation of Neo4j's importer. */
export interface Column {
  readonly property: string;
  readonly type: 'string' | 'string[]' | 'long' | 'double';
}

const textColumn = (property: string): Column => ({ property, type: 'string' });
const integerColumn = (property: string): Column => ({ property, type: 'long' });

// Neo4j reads the properties of a node sequentially, so properties that lists sort by or return come before long texts.
const shortColumns: readonly Column[] = [
  textColumn('sortKey'),
  textColumn('name'),
  textColumn('slug'),
  textColumn('id'),
  textColumn('sortName'),
  textColumn('nameZh'),
  textColumn('basis'),
];

const longColumns: readonly Column[] = [
  textColumn('summary'),
  textColumn('summaryZh'),
  { property: 'citations', type: 'string[]' },
  { property: 'aliases', type: 'string[]' },
  textColumn('nameKey'),
  { property: 'searchNames', type: 'string[]' },
  textColumn('searchWholes'),
  textColumn('searchWords'),
  textColumn('searchSummary'),
];

const typeColumns: Partial<Record<EntityType, readonly Column[]>> = {
  Company: [textColumn('kind')],
  Tool: [textColumn('kind')],
  Region: [textColumn('level')],
  Tier: [integerColumn('position')],
  Stage: [integerColumn('fromYear')],
  Section: [textColumn('number')],
  Statistic: [{ property: 'value', type: 'double' }, textColumn('kind'), integerColumn('year'), textColumn('unit')],
  Opportunity: [textColumn('audience')],
};

/** The columns of an entity type. */
export function nodeColumns(type: EntityType): readonly Column[] {
  return [...shortColumns, ...(typeColumns[type] ?? []), ...longColumns];
}

/** The columns of all relation types. */
export const relationColumns: readonly Column[] = [
  textColumn('madeBy'),
  textColumn('heldBy'),
  textColumn('id'),
  textColumn('basis'),
  textColumn('status'),
  { property: 'citations', type: 'string[]' },
];

/** Formats a CSV row. Lists are joined by `|`; fields are quoted only if necessary. */
export function csvRow(values: readonly (Value | undefined)[]): string {
  return `${values.map(csvField).join(',')}\n`;
}

/** The file name for the entities or relations of a type. */
export function csvName(type: EntityType | RelationType): string {
  return `${type}.csv`;
}

/** All entity and relation types; each has its own CSV file. */
export const allTypes = { nodes: entityTypes, relations: relationTypes } as const;

function csvField(value: Value | undefined): string {
  if (value === undefined) return '';
  const field = typeof value === 'object' ? value.join('|') : String(value);
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
