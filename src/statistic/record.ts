import type { ConnectionRow, EdgeRow } from '../connection/record.js';
import type { EntityConnectionRow, EntityRow } from '../entity/record.js';
import type { StatisticKind } from '../generated/graphql.js';
import type { Localized } from '../execute/resolvers.js';

/** A statistic as its statement returns it, with the fields that were asked for. */
export interface StatisticRow extends EntityRow {
  readonly value: number;
  readonly unit: Localized;
  readonly year: number | null;
  readonly kind: StatisticKind;
  readonly publisher: Localized;
  readonly measures: EntityConnectionRow;
}

/** A page of statistics. */
export type StatisticConnectionRow = ConnectionRow<StatisticRow>;

/** A statistic with its place in a list. */
export type StatisticEdgeRow = EdgeRow<StatisticRow>;
