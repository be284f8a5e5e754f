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

const text = (property: string): Column => ({ property, type: 'string' });
const whole = (property: string): Column => ({ property, type: 'long' });

// Neo4j reads the properties of a node sequentially, so properties that lists sort by or return come before long texts.
const short: readonly Column[] = [
  text('sortKey'),
  text('name'),
  text('slug'),
  text('id'),
  text('sortName'),
  text('nameZh'),
  text('basis'),
];

const long: readonly Column[] = [
  text('summary'),
  text('summaryZh'),
  { property: 'citations', type: 'string[]' },
  { property: 'aliases', type: 'string[]' },
  text('nameKey'),
  { property: 'searchNames', type: 'string[]' },
  text('searchWholes'),
  text('searchWords'),
  text('searchSummary'),
];

const particular: Partial<Record<EntityType, readonly Column[]>> = {
  Company: [text('kind')],
  Tool: [text('kind')],
  Region: [text('level')],
  Tier: [whole('position')],
  Stage: [whole('fromYear')],
  Section: [text('number')],
  Statistic: [{ property: 'value', type: 'double' }, text('kind'), whole('year'), text('unit')],
  Opportunity: [text('audience')],
};

/** The columns of an entity type. */
export function nodeColumns(type: EntityType): readonly Column[] {
  return [...short, ...(particular[type] ?? []), ...long];
}

/** The columns of all relation types. */
export const relationColumns: readonly Column[] = [
  text('madeBy'),
  text('id'),
  text('basis'),
  text('status'),
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
