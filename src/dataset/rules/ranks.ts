import { valueFields } from '../../model/check-fields.js';
import type { EntityTypeModel, ValueField } from '../../model/model.js';
import { type Problem, problemAt } from '../problem.js';
import type { EntityRecord, RelationRecord } from '../record.js';
import { findUnrefuted, type Draft } from './draft.js';

/** Reports relations to an entity whose rank is not higher, where the model requires rising ranks. */
export function checkRanks(draft: Draft): Problem[] {
  const byId = new Map(draft.entities.map((record) => [record.id, record]));
  return draft.model.types.flatMap((type) =>
    valueFields(type).flatMap((field) =>
      findUnrefuted(draft, field.rankAlong).flatMap((relation) => checkRank(type, field, relation, byId)),
    ),
  );
}

function checkRank(
  { name }: EntityTypeModel,
  { property, values }: ValueField,
  relation: RelationRecord,
  byId: ReadonlyMap<string, EntityRecord>,
): Problem[] {
  const [fromRecord, toRecord] = [byId.get(relation.from), byId.get(relation.to)];
  if (fromRecord === toRecord || fromRecord?.type !== name || toRecord?.type !== name) return [];
  const ranks = (values?.values ?? []).map((value) => value.name);
  const [fromRank, toRank] = [fromRecord, toRecord].map(({ fields }) =>
    ranks.findIndex((rank) => rank === fields[property]),
  );
  if (fromRank === undefined || toRank === undefined || fromRank < 0 || toRank < 0 || toRank < fromRank) return [];
  const expected = `a ${name} whose ${property} comes before ${ranks[fromRank]} (${ranks.join(', ')})`;
  return [problemAt(relation, ['to'], expected, `one with ${ranks[toRank]}`)];
}
