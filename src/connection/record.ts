import type { EntityRow } from '../entity/record.js';
import type { PageInfo } from '../generated/graphql.js';
import type { RelationRow } from '../relation/record.js';

/** A page of a connection, with the fields that are selected. */
export interface ConnectionRow<N> {
  readonly totalCount: number;
  readonly nodes: readonly N[];
  readonly edges: readonly EdgeRow<N>[];
  readonly pageInfo: PageInfo;
}

/** A connection whose whole list can be counted by a value. */
export type GroupedConnectionRow<N> = ConnectionRow<N> & { readonly groups: readonly GroupRow[] };

/** How many items of a list have one value; `entity` is there where the value is an entity and it is selected. */
export interface GroupRow {
  readonly key: string;
  readonly count: number;
  readonly entity: EntityRow | null;
}

/** An item of a page with its place in the list and the relation that led to it. */
export interface EdgeRow<N> {
  readonly node: N;
  readonly cursor: string;
  readonly relation: RelationRow | null;
}
