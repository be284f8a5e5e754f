import type { Basis, PageInfo, Status } from '../generated/graphql.js';
import type { CitationRow } from '../generated/resolvers.js';
import type { Localized } from './resolvers.js';

/** What is known of anything with an id before its type is: the id, from which the type follows. */
export interface NodeRow {
  readonly id: string;
}

/** What a statement returns of any entity, with the fields that were asked for. */
export interface EntityRow {
  readonly id: string;
  readonly slug: string;
  readonly name: Localized;
  readonly aliases: readonly string[];
  readonly summary: Localized;
  readonly citations: readonly CitationRow[];
  readonly degree: number;
  readonly relations: RelationConnectionRow;
}

/** A relation as its statement returns it, with the fields that were asked for. */
export interface RelationRow {
  readonly id: string;
  readonly type: string;
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

/** A path as its statement returns it, with the fields that were asked for. */
export interface PathRow {
  readonly length: number;
  readonly nodes: readonly EntityRow[];
  readonly relations: readonly RelationRow[];
}

/** An entity that resembles another, as its statement returns it, with the fields that were asked for. */
export interface SimilarEntityRow {
  readonly entity: EntityRow;
  readonly score: number;
  readonly shared: readonly EntityRow[];
}

/** A page of entities of several types. */
export type EntityConnectionRow = ConnectionRow<EntityRow>;

/** An entity of any type with its place in a list. */
export type EntityEdgeRow = EdgeRow<EntityRow>;

/** A page of relations. */
export type RelationConnectionRow = ConnectionRow<RelationRow>;

/** A relation with its place in a list. */
export type RelationEdgeRow = EdgeRow<RelationRow>;
