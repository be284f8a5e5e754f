import type { ConnectionRow, EdgeRow } from '../connection/record.js';
import type { EntityConnectionRow, EntityRow } from '../entity/record.js';
import type { Localized } from '../execute/resolvers.js';

/** A section as its statement returns it, with the fields that were asked for. */
export interface SectionRow extends EntityRow {
  readonly number: string;
  readonly title: Localized;
  readonly parent: SectionRow | null;
  readonly children: SectionConnectionRow;
  readonly entities: EntityConnectionRow;
}

/** A page of sections. */
export type SectionConnectionRow = ConnectionRow<SectionRow>;

/** A section with its place in a list. */
export type SectionEdgeRow = EdgeRow<SectionRow>;
