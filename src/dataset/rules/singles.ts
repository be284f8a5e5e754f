import { typeNameOf } from '../../model/entity-id.js';
import type { EntityTypeModel, RelatedField } from '../../model/model.js';
import { type Problem, problemAt } from '../problem.js';
import type { RelationRecord } from '../record.js';
import { standing, type Draft } from './draft.js';

/** Reports entities with several relations where a field of their type returns a single entity. */
export function singleProblems(draft: Draft): Problem[] {
  return draft.model.types.flatMap((type) =>
    type.fields
      .filter((field): field is RelatedField => field.kind === 'related' && !field.isList)
      .flatMap((field) => furtherOnes(type, field, standing(draft, field.relation))),
  );
}

function furtherOnes(type: EntityTypeModel, field: RelatedField, relations: readonly RelationRecord[]): Problem[] {
  const { relation: name, direction, target } = field;
  const [own, other, word] = direction === 'OUT' ? (['from', 'to', 'from'] as const) : (['to', 'from', 'to'] as const);
  const first = new Map<string, RelationRecord>();
  return relations.flatMap((relation) => {
    const id = relation[own];
    const isFollowed = typeNameOf(id) === type.name && [undefined, typeNameOf(relation[other])].includes(target);
    const earlier = first.get(id);
    if (!isFollowed || earlier?.id === relation.id) return [];
    if (earlier === undefined) {
      first.set(id, relation);
      return [];
    }
    return [problemAt(relation, [other], `at most one ${name} relation ${word} ${id}`, `${earlier.id} as well`)];
  });
}
