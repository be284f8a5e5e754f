import type { ConnectionRow, EdgeRow } from '../connection/record.js';
import type { DomainConnectionRow } from '../domain/record.js';
import type { StageConnectionRow } from '../stage/record.js';
import type { TrendConnectionRow } from '../trend/record.js';
import type { EntityRow } from '../entity/record.js';

/** A challenge as its statement returns it, with the fields that were asked for. */
export interface ChallengeRow extends EntityRow {
  readonly domains: DomainConnectionRow;
  readonly stages: StageConnectionRow;
  readonly trends: TrendConnectionRow;
}

/** A page of challenges. */
export type ChallengeConnectionRow = ConnectionRow<ChallengeRow>;

/** A challenge with its place in a list. */
export type ChallengeEdgeRow = EdgeRow<ChallengeRow>;
