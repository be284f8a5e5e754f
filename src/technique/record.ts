import type { EdgeRow, GroupedConnectionRow } from '../connection/record.js';
import type { CompanyConnectionRow } from '../company/record.js';
import type { DomainConnectionRow } from '../domain/record.js';
import type { IndustryConnectionRow } from '../industry/record.js';
import type { StageConnectionRow } from '../stage/record.js';
import type { ToolConnectionRow } from '../tool/record.js';
import type { EntityRow } from '../entity/record.js';

/** A technique as its statement returns it, with the fields that were asked for. */
export interface TechniqueRow extends EntityRow {
  readonly tools: ToolConnectionRow;
  readonly companies: CompanyConnectionRow;
  readonly domains: DomainConnectionRow;
  readonly industries: IndustryConnectionRow;
  readonly stages: StageConnectionRow;
}

/** A page of techniques. */
export type TechniqueConnectionRow = GroupedConnectionRow<TechniqueRow>;

/** A technique with its place in a list. */
export type TechniqueEdgeRow = EdgeRow<TechniqueRow>;
