import type { ConnectionRow, EdgeRow } from '../connection/record.js';
import type { CompanyConnectionRow } from '../company/record.js';
import type { EntityRow } from '../entity/record.js';
import type { RegionLevel } from '../generated/graphql.js';

/** A region as its statement returns it, with the fields that were asked for. */
export interface RegionRow extends EntityRow {
  readonly level: RegionLevel;
  readonly parent: RegionRow | null;
  readonly children: RegionConnectionRow;
  readonly companies: CompanyConnectionRow;
}

/** A page of regions. */
export type RegionConnectionRow = ConnectionRow<RegionRow>;

/** A region with its place in a list. */
export type RegionEdgeRow = EdgeRow<RegionRow>;
