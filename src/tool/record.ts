import type { EdgeRow, GroupedConnectionRow } from '../connection/record.js';
import type { CompanyConnectionRow } from '../company/record.js';
import type { DomainConnectionRow } from '../domain/record.js';
import type { IndustryConnectionRow } from '../industry/record.js';
import type { OpportunityConnectionRow } from '../opportunity/record.js';
import type { StageConnectionRow } from '../stage/record.js';
import type { TechniqueConnectionRow } from '../technique/record.js';
import type { EntityRow } from '../entity/record.js';
import type { ToolKind } from '../generated/graphql.js';

/** A tool as its statement returns it, with the fields that were asked for. */
export interface ToolRow extends EntityRow {
  readonly kind: ToolKind | null;
  readonly companies: CompanyConnectionRow;
  readonly domains: DomainConnectionRow;
  readonly techniques: TechniqueConnectionRow;
  readonly industries: IndustryConnectionRow;
  readonly stages: StageConnectionRow;
  readonly opportunities: OpportunityConnectionRow;
}

/** A page of tools. */
export type ToolConnectionRow = GroupedConnectionRow<ToolRow>;

/** A tool with its place in a list. */
export type ToolEdgeRow = EdgeRow<ToolRow>;
