import type { Dataset, EntityRecord, RelationRecord } from '../../src/dataset/record.js';

/** Every 4th entity is renamed, which also moves it in lists; every 9th relation is removed, every 7th refuted. */
const intervals = { renamed: 4, removed: 9, refuted: 7 };

/** Returns a later version of a dataset: some entities renamed, some relations removed or refuted. */
export function changeDataset({ metadata, entities, relations }: Dataset): Dataset {
  const corrections = new Set(relations.flatMap(({ fields }) => fields.corrections ?? []));
  // Keep relations that others name as their correction, so that no reference dangles.
  const keptRelations = relations.filter(({ id }, index) => index % intervals.removed !== 0 || corrections.has(id));
  return {
    metadata: { ...metadata, version: `${metadata.version}.1` },
    entities: entities.map((entity, index) => (index % intervals.renamed === 0 ? renameEntity(entity) : entity)),
    relations: keptRelations.map((relation, index) =>
      index % intervals.refuted === 0 ? refuteRelation(relation) : relation,
    ),
  };
}

function renameEntity<T extends EntityRecord>(entity: T): T {
  const { name } = entity.fields;
  return { ...entity, fields: { ...entity.fields, name: { ...name, en: `New ${name.en ?? name.zh ?? ''}` } } };
}

function refuteRelation(relation: RelationRecord): RelationRecord {
  return { ...relation, fields: { ...relation.fields, status: 'REFUTED' } };
}
