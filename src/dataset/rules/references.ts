import { type Problem, formatValue, problemAt } from '../problem.js';
import type { EntityRecord, FieldPath, Reference, RelationRecord } from '../record.js';
import type { Draft } from './draft.js';

/** Reports references to one address that differ in title or publisher. */
export function checkReferences({ entities, relations }: Draft): Problem[] {
  const firstReferences = new Map<string, Reference>();
  return [...entities, ...relations].flatMap((record) =>
    referencesWithPaths(record).flatMap(([path, reference]) => {
      const first = firstReferences.get(reference.url) ?? reference;
      firstReferences.set(reference.url, first);
      return (['title', 'publisher'] as const)
        .filter((name) => reference[name] !== first[name])
        .map((name) =>
          problemAt(
            record,
            [...path, name],
            `${formatValue(first[name])}, as in another reference to this address`,
            formatValue(reference[name]),
          ),
        );
    }),
  );
}

function referencesWithPaths(
  record: EntityRecord | RelationRecord,
): readonly (readonly [path: FieldPath, reference: Reference])[] {
  const listAt = (path: FieldPath, references: readonly Reference[] = []) =>
    references.map((reference, index) => [[...path, index], reference] as const);
  const statements = 'statements' in record.fields ? Object.entries(record.fields.statements ?? {}) : [];
  return [
    ...listAt(['references'], record.fields.references),
    ...statements.flatMap(([property, { references }]) => listAt(['statements', property, 'references'], references)),
  ];
}
