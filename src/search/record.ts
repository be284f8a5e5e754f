import type { ConnectionRow, EdgeRow, EntityRow } from '../execute/rows.js';
import type { EntityType } from '../generated/graphql.js';
import type { FoundTexts } from './highlight.js';
import type { Wanted } from './wanted.js';

/** What a search finds, as its statement returns it, with the fields that were asked for. */
export interface SearchConnectionRow extends ConnectionRow<EntityRow> {
  readonly edges: readonly SearchEdgeRow[];
  readonly types: readonly { readonly type: EntityType; readonly count: number }[];
}

/** An entity with how well it matches, and its texts where highlights were asked for. */
export interface SearchEdgeRow extends EdgeRow<EntityRow> {
  readonly score: number;
  readonly texts?: FoundTexts;
  /** What was searched for, which no statement returns. */
  readonly wanted?: Wanted;
}

/** A completion, with the fields that were asked for. */
export interface SuggestionRow {
  readonly entity: EntityRow;
  readonly text: string;
  readonly hint: string;
}

/** What a name may mean; the name is the client's own, which no statement returns. */
export interface ResolutionRow {
  readonly name: string;
  readonly candidates: readonly SearchEdgeRow[];
}
