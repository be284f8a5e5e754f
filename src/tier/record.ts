import type { ConnectionRow, EdgeRow } from '../connection/record.js';
import type { CompanyConnectionRow } from '../company/record.js';
import type { SegmentConnectionRow } from '../segment/record.js';
import type { EntityRow } from '../entity/record.js';

/** A tier as its statement returns it, with the fields that were asked for. */
export interface TierRow extends EntityRow {
  readonly position: number;
  readonly feeds: TierRow | null;
  readonly fedBy: TierRow | null;
  readonly segments: SegmentConnectionRow;
  readonly companies: CompanyConnectionRow;
}

/** A page of tiers. */
export type TierConnectionRow = ConnectionRow<TierRow>;

/** A tier with its place in a list. */
export type TierEdgeRow = EdgeRow<TierRow>;
