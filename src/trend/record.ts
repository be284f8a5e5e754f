import type { ConnectionRow, EdgeRow } from '../connection/record.js';
import type { ChallengeConnectionRow } from '../challenge/record.js';
import type { EntityRow } from '../entity/record.js';

/** A trend as its statement returns it, with the fields that were asked for. */
export interface TrendRow extends EntityRow {
  readonly challenges: ChallengeConnectionRow;
}

/** A page of trends. */
export type TrendConnectionRow = ConnectionRow<TrendRow>;

/** A trend with its place in a list. */
export type TrendEdgeRow = EdgeRow<TrendRow>;
