import { type Problem, problemAt, formatValue } from '../problem.js';
import type { RelationRecord } from '../record.js';
import type { Draft } from './draft.js';

/** Reports corrections that do not exist, are refuted themselves, or share no end with the refuted relation. */
export function checkCorrections({ relations, invalidIds, incompleteTypes }: Draft): Problem[] {
  const incompletePrefixes = [...incompleteTypes].map((type) => `${type}:`);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  return relations.flatMap((relation) =>
    (relation.fields.corrections ?? []).flatMap((id, index) => {
      if (invalidIds.has(id) || incompletePrefixes.some((prefix) => id.startsWith(prefix))) return [];
      const expected = findUnmetExpectation(relation, byId.get(id));
      return expected === undefined ? [] : [problemAt(relation, ['corrections', index], expected, formatValue(id))];
    }),
  );
}

function findUnmetExpectation(refuted: RelationRecord, correction: RelationRecord | undefined): string | undefined {
  if (correction === undefined) return 'the id of an existing relation';
  if (correction.fields.status === 'REFUTED') return 'a relation that is not refuted itself';
  const sharesEnd = [correction.from, correction.to].some((end) => end === refuted.from || end === refuted.to);
  return sharesEnd ? undefined : 'a relation that shares an end with the refuted one';
}
