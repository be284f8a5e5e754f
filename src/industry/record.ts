import type { ConnectionRow, EdgeRow } from '../connection/record.js';
import type { DomainConnectionRow } from '../domain/record.js';
import type { StageConnectionRow } from '../stage/record.js';
import type { TechniqueConnectionRow } from '../technique/record.js';
import type { ToolConnectionRow } from '../tool/record.js';
import type { EntityRow } from '../entity/record.js';

/** A industry as its statement returns it, with the fields that were asked for. */
export interface IndustryRow extends EntityRow {
  readonly tools: ToolConnectionRow;
  readonly domains: DomainConnectionRow;
  readonly techniques: TechniqueConnectionRow;
  readonly stages: StageConnectionRow;
}

/** A page of industries. */
export type IndustryConnectionRow = ConnectionRow<IndustryRow>;

/** A industry with its place in a list. */
export type IndustryEdgeRow = EdgeRow<IndustryRow>;
