import { formatValue } from '../problem.js';
import type { RelationRecord } from '../record.js';
import type { Draft, Report } from './draft.js';

/** Reports corrections that do not exist, are refuted themselves, or share no end with the refuted relation. */
export function checkCorrections({ relations, invalidIds, incompleteTypes }: Draft, report: Report): void {
  const incompletePrefixes = [...incompleteTypes].map((type) => `${type}:`);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  for (const relation of relations) {
    for (const [index, id] of (relation.fields.corrections ?? []).entries()) {
      if (invalidIds.has(id) || incompletePrefixes.some((prefix) => id.startsWith(prefix))) continue;
      const expected = findUnmetExpectation(relation, byId.get(id));
      if (expected !== undefined) report(relation, ['corrections', index], expected, formatValue(id));
    }
  }
}

function findUnmetExpectation(refuted: RelationRecord, correction: RelationRecord | undefined): string | undefined {
  if (correction === undefined) return 'the id of an existing relation';
  if (correction.fields.status === 'REFUTED') return 'a relation that is not refuted itself';
  const sharesEnd = [correction.from, correction.to].some((end) => end === refuted.from || end === refuted.to);
  return sharesEnd ? undefined : 'a relation that shares an end with the refuted one';
}
