import type { Citation, EntityRecord, FieldPath, Reference, RelationRecord, SupportFields } from './record.js';

type PathWith<T> = readonly (readonly [path: FieldPath, item: T])[];

/** The text that identifies the paragraph of a citation. */
export function paragraphKeyOf({ chapter, paragraph }: Citation): string {
  return `${chapter}.${paragraph}`;
}

/** The known entities at the ends of a relation, the start first. */
export function endsOf({ from, to }: RelationRecord, byId: ReadonlyMap<string, EntityRecord>): EntityRecord[] {
  return [byId.get(from), byId.get(to)].filter((end) => end !== undefined);
}

/** The citations of a record and of its statements, each with its path in the record. */
export function citationsWithPaths(record: EntityRecord | RelationRecord): PathWith<Citation> {
  return supportsOf(record).flatMap(([path, { citations = [] }]) => itemsWithPaths([...path, 'citations'], citations));
}

/** The references of a record and of its statements, each with its path in the record. */
export function referencesWithPaths(record: EntityRecord | RelationRecord): PathWith<Reference> {
  return supportsOf(record).flatMap(([path, { references = [] }]) =>
    itemsWithPaths([...path, 'references'], references),
  );
}

function supportsOf({ fields }: EntityRecord | RelationRecord): PathWith<SupportFields> {
  const statements = 'statements' in fields ? Object.entries(fields.statements ?? {}) : [];
  return [[[], fields], ...statements.map(([name, statement]) => [['statements', name], statement] as const)];
}

function itemsWithPaths<T>(path: FieldPath, items: readonly T[]): PathWith<T> {
  return items.map((item, index) => [[...path, index], item]);
}
