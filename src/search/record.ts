import type { ConnectionRow, EdgeRow, EntityRow } from '../execute/rows.js';
import type { EntityType } from '../generated/graphql.js';
import type { HighlightTexts } from './highlight.js';
import type { SearchTerms } from './search-terms.js';

/** A page of search results with the selected fields. */
export interface SearchConnectionRow extends ConnectionRow<EntityRow> {
  readonly edges: readonly SearchEdgeRow[];
  readonly types: readonly { readonly type: EntityType; readonly count: number }[];
}

/** A search result with its score, and with its texts if highlights are selected. */
export interface SearchEdgeRow extends EdgeRow<EntityRow> {
  readonly score: number;
  readonly texts?: HighlightTexts;
  /** The parsed query text, which the resolver adds. */
  readonly searchTerms?: SearchTerms;
}

/** A completion with the selected fields. */
export interface SuggestionRow {
  readonly entity: EntityRow;
  readonly text: string;
  readonly hint: string;
}

/** The entities that a name may refer to. The resolver adds the name. */
export interface ResolutionRow {
  readonly name: string;
  readonly candidates: readonly SearchEdgeRow[];
}
