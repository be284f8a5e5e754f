import { typeNameOf } from '../../model/entity-id.js';
import type { Model } from '../../model/model.js';
import type { EntityRecord, FieldPath, RelationRecord } from '../record.js';

/** The valid records of a dataset, before the rules across records are checked. */
export interface Draft {
  readonly model: Model;
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  /** The ids of the invalid records. */
  readonly invalidIds: ReadonlySet<string>;
  /** The entity and relation types of which some ids are unknown. */
  readonly incompleteTypes: ReadonlySet<string>;
}

/** Reports a problem of one field of a record, or of the record if the path is empty. */
export type Report = (record: EntityRecord | RelationRecord, path: FieldPath, expected: string, found: string) => void;

/** Whether every section is valid, so that paragraphs can be checked; false if the model has no sections. */
export function hasValidSections({ model: { sections }, invalidIds, incompleteTypes }: Draft): boolean {
  if (sections === undefined || incompleteTypes.has(sections.type)) return false;
  return ![...invalidIds].some((id) => typeNameOf(id) === sections.type);
}

/** The relations of one type that are not refuted. Refuted ones may contradict the others. */
export function findUnrefuted({ relations }: Draft, type: string | undefined): RelationRecord[] {
  return relations.filter((relation) => relation.type === type && relation.fields.status !== 'REFUTED');
}
