import type { EntityRecord, RelationRecord } from '../record.js';

/** The sound records of a folder, before what they say of each other is checked. */
export interface Draft {
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  /** The ids of records that are not sound. */
  readonly brokenIds: ReadonlySet<string>;
}
