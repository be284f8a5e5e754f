import type { EntityType } from '../generated/graphql.js';
import type { Localized } from '../execute/resolvers.js';

/** The loaded dataset, as its query returns it. */
export interface DatasetRow {
  readonly title: Localized;
  readonly version: string;
  readonly hash: string;
  readonly source: string;
  readonly publishedOn: string;
  readonly writtenOn: string | null;
  readonly writtenOnNote: Localized;
  readonly nodeCount: number;
  readonly linkCount: number;
  readonly types: readonly { readonly type: EntityType; readonly count: number }[];
}
