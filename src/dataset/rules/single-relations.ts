import { typeNameOf } from '../../model/entity-id.js';
import type { EntityTypeModel, RelatedField } from '../../model/model.js';
import { type Problem, problemAt } from '../problem.js';
import type { RelationRecord } from '../record.js';
import { findUnrefuted, type Draft } from './draft.js';

/** Reports entities with several relations where a field of their type returns a single entity. */
export function checkSingleRelations(draft: Draft): Problem[] {
  return draft.model.types.flatMap((type) =>
    type.fields
      .filter((field): field is RelatedField => field.kind === 'related' && !field.isList)
      .flatMap((field) => findFurtherRelations(type, field, findUnrefuted(draft, field.relation))),
  );
}

function findFurtherRelations(
  type: EntityTypeModel,
  field: RelatedField,
  relations: readonly RelationRecord[],
): Problem[] {
  const { relation: name, direction, target } = field;
  const [ownEnd, otherEnd, preposition] =
    direction === 'OUT' ? (['from', 'to', 'from'] as const) : (['to', 'from', 'to'] as const);
  const firstRelations = new Map<string, RelationRecord>();
  return relations.flatMap((relation) => {
    const id = relation[ownEnd];
    const isApplicable = typeNameOf(id) === type.name && [undefined, typeNameOf(relation[otherEnd])].includes(target);
    const earlierRelation = firstRelations.get(id);
    if (!isApplicable || earlierRelation?.id === relation.id) return [];
    if (earlierRelation === undefined) {
      firstRelations.set(id, relation);
      return [];
    }
    return [
      problemAt(
        relation,
        [otherEnd],
        `at most one ${name} relation ${preposition} ${id}`,
        `${earlierRelation.id} as well`,
      ),
    ];
  });
}
