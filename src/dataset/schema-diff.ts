import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Row } from '../neo4j/database.js';
import type { SchemaItem } from './neo4j-schema.js';

/** A constraint or an index that exists in Neo4j. */
export interface CurrentItem {
  readonly kind: 'constraint' | 'index';
  readonly name: string;
  readonly type: string;
  readonly entityType: string;
  /** Null for a lookup index, which covers all labels. */
  readonly labelsOrTypes: readonly string[] | null;
  readonly properties: readonly string[] | null;
  readonly indexConfig: Readonly<Record<string, unknown>>;
  /** Whether Neo4j could not build the index. Queries do not use it. */
  readonly isFailed: boolean;
}

/** The changes that make the constraints and indexes in Neo4j match the declared ones. */
export interface SchemaDiff {
  readonly added: readonly SchemaItem[];
  readonly changed: readonly SchemaChange[];
  readonly removed: readonly CurrentItem[];
  /** Constraints and indexes of other applications. */
  readonly others: readonly CurrentItem[];
  /** Those that prevent a declared item from being created, or may prevent the data from being written. */
  readonly conflicts: readonly CurrentItem[];
}

/** A constraint or index that exists with another definition. */
export interface SchemaChange {
  readonly wanted: SchemaItem;
  readonly current: CurrentItem;
  /** The fields of the definition that differ; `state` if Neo4j could not build the index. */
  readonly fields: readonly string[];
}

const definition = {
  name: z.string(),
  type: z.string(),
  entityType: z.string(),
  labelsOrTypes: z.array(z.string()).nullable(),
  properties: z.array(z.string()).nullable(),
};
const constraintRow = z.object(definition);
const indexRow = z.object({
  ...definition,
  options: z.object({ indexConfig: z.record(z.string(), z.unknown()) }),
  state: z.string(),
  owningConstraint: z.string().nullable(),
});

/** Parses the rows of the statements read-constraints and read-indexes. Omits indexes that belong to a constraint. */
export function parseSchema(constraints: readonly Row[], indexes: readonly Row[]): CurrentItem[] {
  return [
    ...constraints.map((row): CurrentItem => {
      const { type, ...item } = constraintRow.parse(row);
      // Newer versions of Neo4j return NODE_PROPERTY_UNIQUENESS and RELATIONSHIP_PROPERTY_UNIQUENESS.
      const plainType = type.endsWith('UNIQUENESS') ? 'UNIQUENESS' : type;
      return { ...item, kind: 'constraint', type: plainType, indexConfig: {}, isFailed: false };
    }),
    ...indexes.flatMap((row): CurrentItem[] => {
      const { options, state, owningConstraint, ...item } = indexRow.parse(row);
      if (owningConstraint !== null) return [];
      return [{ ...item, kind: 'index', indexConfig: options.indexConfig, isFailed: state === 'FAILED' }];
    }),
  ];
}

/** Compares existing and declared items. Removes only existing items with an owned name. */
export function diffSchema(
  current: readonly CurrentItem[],
  declared: readonly SchemaItem[],
  ownedNames: ReadonlySet<string>,
): SchemaDiff {
  const byName = new Map(current.map((item) => [item.name, item]));
  const declaredNames = new Set(declared.map(({ name }) => name));
  const others = current.filter(({ name }) => !ownedNames.has(name));
  return {
    added: declared.filter((wanted) => !byName.has(wanted.name) && !current.some((item) => serves(item, wanted))),
    changed: declared.flatMap((wanted): SchemaChange[] => {
      const found = byName.get(wanted.name);
      const fields = found === undefined ? [] : differingFields(found, wanted);
      return found === undefined || fields.length === 0 ? [] : [{ wanted, current: found, fields }];
    }),
    removed: current.filter(({ name }) => ownedNames.has(name) && !declaredNames.has(name)),
    others: others.filter(({ name, type }) => type !== 'LOOKUP' && !declaredNames.has(name)),
    conflicts: others.filter((other) => isInTheWay(other, declared)),
  };
}

// Neo4j allows one index of a type on the same properties, and one item of a name. A foreign constraint on a declared
// label or type may reject the data.
function isInTheWay(other: CurrentItem, declared: readonly SchemaItem[]): boolean {
  const rivals = declared.filter((wanted) => wanted.name === other.name || coversTheSame(other, wanted));
  if (rivals.length > 0) return !rivals.every((wanted) => serves(other, wanted));
  const names = other.labelsOrTypes ?? [];
  const isOnOurs = declared.some(
    ({ entityType, labelsOrTypes }) =>
      entityType === other.entityType && labelsOrTypes.some((name) => names.includes(name)),
  );
  return other.kind === 'constraint' && isOnOurs;
}

function coversTheSame(other: CurrentItem, wanted: SchemaItem): boolean {
  const kind = wanted.type === 'UNIQUENESS' ? 'RANGE' : wanted.type;
  const otherKind = other.type === 'UNIQUENESS' ? 'RANGE' : other.type;
  const fields = ['entityType', 'labelsOrTypes', 'properties'] as const;
  return kind === otherKind && fields.every((field) => isDeepStrictEqual(other[field], wanted[field]));
}

/** Whether Neo4j has exactly the declared constraints and indexes. */
export function isSameSchema({ added, changed, removed }: SchemaDiff): boolean {
  return added.length + changed.length + removed.length === 0;
}

/** Whether an existing item can replace a declared one. Only a full-text index must have the declared name. */
function serves(item: CurrentItem, wanted: SchemaItem): boolean {
  const isFound = wanted.type !== 'FULLTEXT' || item.name === wanted.name;
  return isFound && differingFields(item, wanted).length === 0;
}

function differingFields(current: CurrentItem, wanted: SchemaItem): string[] {
  const fields = ['entityType', 'labelsOrTypes', 'properties', 'type'] as const;
  const isConfigured = Object.entries(wanted.indexConfig).every(([key, value]) => current.indexConfig[key] === value);
  return [
    ...fields.filter((field) => !isDeepStrictEqual(current[field], wanted[field])),
    ...(isConfigured ? [] : ['indexConfig']),
    ...(current.isFailed ? ['state'] : []),
  ];
}
