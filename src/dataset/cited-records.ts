import type { Citation, EntityRecord, FieldPath, RelationRecord } from './record.js';

/** The citations of a record and of its statements, each with its path in the record. */
export function citationsWithPaths(
  record: EntityRecord | RelationRecord,
): readonly (readonly [path: FieldPath, citation: Citation])[] {
  const listAt = (path: FieldPath, citations: readonly Citation[] = []) =>
    citations.map((citation, index) => [[...path, index], citation] as const);
  const statements = 'statements' in record.fields ? Object.entries(record.fields.statements ?? {}) : [];
  return [
    ...listAt(['citations'], record.fields.citations),
    ...statements.flatMap(([property, { citations }]) => listAt(['statements', property, 'citations'], citations)),
  ];
}
