import { typeNameOf } from '../../model/entity-id.js';
import type { Model } from '../../model/model.js';
import type { EntityRecord, RelationRecord } from '../record.js';

/** The sound records of a folder, before what they say of each other is checked. */
export interface Draft {
  readonly model: Model;
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  /** The ids of records that are not sound. */
  readonly brokenIds: ReadonlySet<string>;
  /** The types of entity and relation of which not even all ids are known. */
  readonly incompleteTypes: ReadonlySet<string>;
}

/** Whether every section is sound, so that what is said of paragraphs can be judged; not where the model has none. */
export function sectionsAreSound({ model: { sections }, brokenIds, incompleteTypes }: Draft): boolean {
  if (sections === undefined || incompleteTypes.has(sections.type)) return false;
  return ![...brokenIds].some((id) => typeNameOf(id) === sections.type);
}

/** The relations of one type that nobody has refuted: what is refuted may contradict the rest. */
export function standing({ relations }: Draft, type: string | undefined): RelationRecord[] {
  return relations.filter((relation) => relation.type === type && relation.fields.status !== 'REFUTED');
}
