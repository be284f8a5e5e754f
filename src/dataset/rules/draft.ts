import { type EntityType, parseEntityId } from '../../entity/entity-types.js';
import type { RelationType } from '../../relation/relation-types.js';
import type { EntityRecord, RelationRecord } from '../record.js';

/** The sound records of a folder, before what they say of each other is checked. */
export interface Draft {
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  /** The ids of records that are not sound. */
  readonly brokenIds: ReadonlySet<string>;
  /** The types of which not even all ids are known. */
  readonly incompleteTypes: ReadonlySet<EntityType | RelationType>;
}

/** Whether every section is sound, so that what is said of paragraphs can be judged. */
export function sectionsAreSound({ brokenIds, incompleteTypes }: Draft): boolean {
  return !incompleteTypes.has('Section') && ![...brokenIds].some((id) => parseEntityId(id)?.type === 'Section');
}
