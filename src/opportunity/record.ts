import type { ConnectionRow, EdgeRow } from '../connection/record.js';
import type { ToolConnectionRow } from '../tool/record.js';
import type { EntityRow } from '../entity/record.js';
import type { Audience } from '../generated/graphql.js';

/** A opportunity as its statement returns it, with the fields that were asked for. */
export interface OpportunityRow extends EntityRow {
  readonly audience: Audience;
  readonly tools: ToolConnectionRow;
}

/** A page of opportunities. */
export type OpportunityConnectionRow = ConnectionRow<OpportunityRow>;

/** A opportunity with its place in a list. */
export type OpportunityEdgeRow = EdgeRow<OpportunityRow>;
