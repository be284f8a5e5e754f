import type { CitationRow } from '../citation/record.js';
import type { ConnectionRow, EdgeRow } from '../connection/record.js';
import type { EntityRow } from '../entity/record.js';
import type { Basis, Status } from '../generated/graphql.js';
import type { Localized } from '../execute/resolvers.js';
import type { RelationType } from './relation-types.js';

/** A relation as its statement returns it, with the fields that were asked for. */
export interface RelationRow {
  readonly id: string;
  readonly type: RelationType;
  readonly source: string;
  readonly target: string;
  readonly from: EntityRow;
  readonly to: EntityRow;
  readonly basis: Basis;
  readonly status: Status;
  readonly note: Localized;
  readonly corrections: readonly RelationRow[];
  readonly citations: readonly CitationRow[];
}

/** A page of relations. */
export type RelationConnectionRow = ConnectionRow<RelationRow>;

/** A relation with its place in a list. */
export type RelationEdgeRow = EdgeRow<RelationRow>;
