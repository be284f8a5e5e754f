import type { ConnectionRow, EdgeRow } from '../connection/record.js';
import type { CompanyConnectionRow } from '../company/record.js';
import type { TierRow } from '../tier/record.js';
import type { EntityRow } from '../entity/record.js';

/** A segment as its statement returns it, with the fields that were asked for. */
export interface SegmentRow extends EntityRow {
  readonly tier: TierRow | null;
  readonly companies: CompanyConnectionRow;
}

/** A page of segments. */
export type SegmentConnectionRow = ConnectionRow<SegmentRow>;

/** A segment with its place in a list. */
export type SegmentEdgeRow = EdgeRow<SegmentRow>;
