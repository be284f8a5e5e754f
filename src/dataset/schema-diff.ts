import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Row } from '../neo4j/database.js';
import { diffItems, type ItemDiff } from './diff.js';
import type { SchemaItem } from './neo4j-schema.js';

/** A constraint or an index that exists in Neo4j. */
export interface CurrentSchemaItem {
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

/**
 * The changes that make the constraints and indexes in Neo4j match the declared ones. The fields of a change include
 * `state` if Neo4j could not build the index.
 */
export interface SchemaDiff extends ItemDiff<SchemaItem, CurrentSchemaItem> {
  /** Constraints and indexes of other applications. */
  readonly foreignItems: readonly CurrentSchemaItem[];
  /** Those that prevent a declared item from being created, or may prevent the data from being written. */
  readonly conflicts: readonly CurrentSchemaItem[];
}

const definitionColumns = {
  name: z.string(),
  type: z.string(),
  entityType: z.string(),
  labelsOrTypes: z.array(z.string()).nullable(),
  properties: z.array(z.string()).nullable(),
};
const constraintRow = z.object(definitionColumns);
const indexRow = z.object({
  ...definitionColumns,
  options: z.object({ indexConfig: z.record(z.string(), z.unknown()) }),
  state: z.string(),
  owningConstraint: z.string().nullable(),
});

/** Parses the rows of the statements read-constraints and read-indexes. Omits indexes that belong to a constraint. */
export function parseSchema(constraints: readonly Row[], indexes: readonly Row[]): CurrentSchemaItem[] {
  return [
    ...constraints.map((row): CurrentSchemaItem => {
      const { type, ...item } = constraintRow.parse(row);
      // Newer versions of Neo4j return NODE_PROPERTY_UNIQUENESS and RELATIONSHIP_PROPERTY_UNIQUENESS.
      const normalizedType = type.endsWith('UNIQUENESS') ? 'UNIQUENESS' : type;
      return { ...item, kind: 'constraint', type: normalizedType, indexConfig: {}, isFailed: false };
    }),
    ...indexes.flatMap((row): CurrentSchemaItem[] => {
      const { options, state, owningConstraint, ...item } = indexRow.parse(row);
      if (owningConstraint !== null) return [];
      return [{ ...item, kind: 'index', indexConfig: options.indexConfig, isFailed: state === 'FAILED' }];
    }),
  ];
}

/** Compares existing and declared items. Removes only existing items with an owned name. */
export function diffSchema(
  current: readonly CurrentSchemaItem[],
  declared: readonly SchemaItem[],
  ownedNames: ReadonlySet<string>,
): SchemaDiff {
  const nameOf = ({ name }: CurrentSchemaItem | SchemaItem): string => name;
  const { added, changed, removed } = diffItems(current, declared, nameOf, nameOf, findDifferingFields);
  const isForeign = ({ name }: CurrentSchemaItem): boolean => !ownedNames.has(name);
  return {
    added: added.filter((desired) => !current.some((item) => canReplace(item, desired))),
    changed,
    removed: removed.filter((item) => !isForeign(item)),
    foreignItems: removed.filter((item) => isForeign(item) && item.type !== 'LOOKUP'),
    conflicts: current.filter((item) => isForeign(item) && isConflicting(item, declared)),
  };
}

// Neo4j allows one index of a type on the same properties, and one item of a name. A foreign constraint on a declared
// label or type may reject the data.
function isConflicting(foreignItem: CurrentSchemaItem, declared: readonly SchemaItem[]): boolean {
  const overlappingItems = declared.filter(
    (desired) => desired.name === foreignItem.name || hasSameCoverage(foreignItem, desired),
  );
  if (overlappingItems.length > 0) return !overlappingItems.every((desired) => canReplace(foreignItem, desired));
  const foreignLabels = foreignItem.labelsOrTypes ?? [];
  const coversDeclaredLabel = declared.some(
    ({ entityType, labelsOrTypes }) =>
      entityType === foreignItem.entityType && labelsOrTypes.some((name) => foreignLabels.includes(name)),
  );
  return foreignItem.kind === 'constraint' && coversDeclaredLabel;
}

function hasSameCoverage(foreignItem: CurrentSchemaItem, desired: SchemaItem): boolean {
  const kind = desired.type === 'UNIQUENESS' ? 'RANGE' : desired.type;
  const otherKind = foreignItem.type === 'UNIQUENESS' ? 'RANGE' : foreignItem.type;
  const fields = ['entityType', 'labelsOrTypes', 'properties'] as const;
  return kind === otherKind && fields.every((field) => isDeepStrictEqual(foreignItem[field], desired[field]));
}

/** Whether an existing item can replace a declared one. Only a full-text index must have the declared name. */
function canReplace(item: CurrentSchemaItem, desired: SchemaItem): boolean {
  const hasUsableName = desired.type !== 'FULLTEXT' || item.name === desired.name;
  return hasUsableName && findDifferingFields(item, desired).length === 0;
}

function findDifferingFields(current: CurrentSchemaItem, desired: SchemaItem): string[] {
  const fields = ['entityType', 'labelsOrTypes', 'properties', 'type'] as const;
  const hasDesiredConfig = Object.entries(desired.indexConfig).every(
    ([key, value]) => current.indexConfig[key] === value,
  );
  return [
    ...fields.filter((field) => !isDeepStrictEqual(current[field], desired[field])),
    ...(hasDesiredConfig ? [] : ['indexConfig']),
    ...(current.isFailed ? ['state'] : []),
  ];
}
