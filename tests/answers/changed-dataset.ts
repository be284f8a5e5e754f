import type { Dataset, EntityRecord, RelationRecord } from '../../src/dataset/record.js';

/** Every 4th entity is renamed, which also moves it in lists; every 9th relation is removed, every 7th refuted. */
const steps = { renamed: 4, removed: 9, refuted: 7 };

/** Returns a later version of a dataset: some entities renamed, some relations removed or refuted. */
export function changedDataset({ about, entities, relations }: Dataset): Dataset {
  const corrections = new Set(relations.flatMap(({ fields }) => fields.corrections ?? []));
  // Keep relations that others name as their correction, so that no reference dangles.
  const kept = relations.filter(({ id }, index) => index % steps.removed !== 0 || corrections.has(id));
  return {
    about: { ...about, version: `${about.version}.1` },
    entities: entities.map((entity, index) => (index % steps.renamed === 0 ? renamed(entity) : entity)),
    relations: kept.map((relation, index) => (index % steps.refuted === 0 ? refuted(relation) : relation)),
  };
}

function renamed<T extends EntityRecord>(entity: T): T {
  const { name } = entity.fields;
  return { ...entity, fields: { ...entity.fields, name: { ...name, en: `New ${name.en ?? name.zh ?? ''}` } } };
}

function refuted(relation: RelationRecord): RelationRecord {
  return { ...relation, fields: { ...relation.fields, status: 'REFUTED' } };
}
