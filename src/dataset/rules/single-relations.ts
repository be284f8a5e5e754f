import { typeNameOf } from '../../model/entity-id.js';
import type { EntityTypeModel, RelatedField } from '../../model/model.js';
import type { RelationRecord } from '../record.js';
import { findUnrefuted, type Draft, type Report } from './draft.js';

/** Reports entities with several relations where a field of their type returns a single entity. */
export function checkSingleRelations(draft: Draft, report: Report): void {
  for (const type of draft.model.types)
    for (const field of type.fields)
      if (field.kind === 'related' && !field.isList)
        reportFurtherRelations(type, field, findUnrefuted(draft, field.relation), report);
}

function reportFurtherRelations(
  type: EntityTypeModel,
  { relation: name, direction, target }: RelatedField,
  relations: readonly RelationRecord[],
  report: Report,
): void {
  const [ownEnd, otherEnd] = direction === 'OUT' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const firstRelations = new Map<string, RelationRecord>();
  for (const relation of relations) {
    const id = relation[ownEnd];
    const isApplicable = typeNameOf(id) === type.name && [undefined, typeNameOf(relation[otherEnd])].includes(target);
    const earlierRelation = firstRelations.get(id);
    if (!isApplicable || earlierRelation?.id === relation.id) continue;
    if (earlierRelation === undefined) firstRelations.set(id, relation);
    else report(relation, [otherEnd], `at most one ${name} relation ${ownEnd} ${id}`, `${earlierRelation.id} as well`);
  }
}
