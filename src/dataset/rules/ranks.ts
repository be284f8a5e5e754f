import { valueFields } from '../../model/check-fields.js';
import type { EntityTypeModel, ValueField } from '../../model/model.js';
import { type Problem, problemAt } from '../problem.js';
import type { EntityRecord, RelationRecord } from '../record.js';
import { standing, type Draft } from './draft.js';

/** Reports relations to an entity whose rank is not higher, where the model requires rising ranks. */
export function rankProblems(draft: Draft): Problem[] {
  const byId = new Map(draft.entities.map((record) => [record.id, record]));
  return draft.model.types.flatMap((type) =>
    valueFields(type).flatMap((field) =>
      standing(draft, field.rankAlong).flatMap((relation) => rankProblem(type, field, relation, byId)),
    ),
  );
}

function rankProblem(
  { name }: EntityTypeModel,
  { property, values }: ValueField,
  relation: RelationRecord,
  byId: ReadonlyMap<string, EntityRecord>,
): Problem[] {
  const [below, above] = [byId.get(relation.from), byId.get(relation.to)];
  if (below === above || below?.type !== name || above?.type !== name) return [];
  const ranks = (values?.values ?? []).map((value) => value.name);
  const [lower, higher] = [below, above].map(({ fields }) => ranks.findIndex((rank) => rank === fields[property]));
  if (lower === undefined || higher === undefined || lower < 0 || higher < 0 || higher < lower) return [];
  const expected = `a ${name} whose ${property} comes before ${ranks[lower]} (${ranks.join(', ')})`;
  return [problemAt(relation, ['to'], expected, `one with ${ranks[higher]}`)];
}
