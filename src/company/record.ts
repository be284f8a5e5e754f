import type { EdgeRow, GroupedConnectionRow } from '../connection/record.js';
import type { DomainConnectionRow } from '../domain/record.js';
import type { RegionConnectionRow } from '../region/record.js';
import type { SegmentConnectionRow } from '../segment/record.js';
import type { TechniqueConnectionRow } from '../technique/record.js';
import type { TierConnectionRow } from '../tier/record.js';
import type { ToolConnectionRow } from '../tool/record.js';
import type { EntityRow } from '../entity/record.js';
import type { CompanyKind } from '../generated/graphql.js';

/** A company as its statement returns it, with the fields that were asked for. */
export interface CompanyRow extends EntityRow {
  readonly kind: CompanyKind | null;
  readonly tools: ToolConnectionRow;
  readonly regions: RegionConnectionRow;
  readonly domains: DomainConnectionRow;
  readonly segments: SegmentConnectionRow;
  readonly tiers: TierConnectionRow;
  readonly techniques: TechniqueConnectionRow;
}

/** A page of companies. */
export type CompanyConnectionRow = GroupedConnectionRow<CompanyRow>;

/** A company with its place in a list. */
export type CompanyEdgeRow = EdgeRow<CompanyRow>;
