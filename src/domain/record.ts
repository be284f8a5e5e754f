import type { ConnectionRow, EdgeRow } from '../connection/record.js';
import type { ChallengeConnectionRow } from '../challenge/record.js';
import type { CompanyConnectionRow } from '../company/record.js';
import type { IndustryConnectionRow } from '../industry/record.js';
import type { TechniqueConnectionRow } from '../technique/record.js';
import type { ToolConnectionRow } from '../tool/record.js';
import type { EntityRow } from '../entity/record.js';

/** A domain as its statement returns it, with the fields that were asked for. */
export interface DomainRow extends EntityRow {
  readonly tools: ToolConnectionRow;
  readonly companies: CompanyConnectionRow;
  readonly techniques: TechniqueConnectionRow;
  readonly industries: IndustryConnectionRow;
  readonly challenges: ChallengeConnectionRow;
}

/** A page of domains. */
export type DomainConnectionRow = ConnectionRow<DomainRow>;

/** A domain with its place in a list. */
export type DomainEdgeRow = EdgeRow<DomainRow>;
