import type { ConnectionRow, EdgeRow } from '../connection/record.js';
import type { ChallengeConnectionRow } from '../challenge/record.js';
import type { IndustryConnectionRow } from '../industry/record.js';
import type { TechniqueConnectionRow } from '../technique/record.js';
import type { ToolConnectionRow } from '../tool/record.js';
import type { EntityRow } from '../entity/record.js';

/** A stage as its statement returns it, with the fields that were asked for. */
export interface StageRow extends EntityRow {
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly next: StageRow | null;
  readonly previous: StageRow | null;
  readonly techniques: TechniqueConnectionRow;
  readonly tools: ToolConnectionRow;
  readonly industries: IndustryConnectionRow;
  readonly challenges: ChallengeConnectionRow;
}

/** A page of stages. */
export type StageConnectionRow = ConnectionRow<StageRow>;

/** A stage with its place in a list. */
export type StageEdgeRow = EdgeRow<StageRow>;
