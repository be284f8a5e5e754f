import { type Problem, problemAt, show } from '../problem.js';
import type { RelationRecord } from '../record.js';
import type { Draft } from './draft.js';

/** Reports corrections that do not exist, are refuted themselves, or share no end with the refuted relation. */
export function correctionProblems({ relations, brokenIds, incompleteTypes }: Draft): Problem[] {
  const unread = [...incompleteTypes].map((type) => `${type}:`);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  return relations.flatMap((relation) =>
    (relation.fields.corrections ?? []).flatMap((id, index) => {
      if (brokenIds.has(id) || unread.some((prefix) => id.startsWith(prefix))) return [];
      const wrong = mistake(relation, byId.get(id));
      return wrong === undefined ? [] : [problemAt(relation, ['corrections', index], wrong, show(id))];
    }),
  );
}

function mistake(refuted: RelationRecord, correction: RelationRecord | undefined): string | undefined {
  if (correction === undefined) return 'the id of an existing relation';
  if (correction.fields.status === 'REFUTED') return 'a relation that is not refuted itself';
  const shared = [correction.from, correction.to].some((end) => end === refuted.from || end === refuted.to);
  return shared ? undefined : 'a relation that shares an end with the refuted one';
}
