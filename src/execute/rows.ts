import type { Basis, PageInfo, Reference, Status } from '../generated/graphql.js';
import type { CitationRow } from '../generated/resolvers.js';
import type { Localized } from './resolvers.js';

/** A row of any type that has an id; the type is derived from the id. The id is no string if another client changed it. */
export interface NodeRow {
  readonly id: unknown;
}

/** An entity of any type as its statement returns it, with the selected fields only. */
export interface EntityRow {
  readonly id: string;
  readonly slug: string;
  readonly name: Localized;
  readonly aliases: readonly string[];
  readonly summary: Localized;
  readonly citations: readonly CitationRow[];
  readonly basis: Basis;
  readonly references: readonly Reference[];
  readonly statements: readonly PropertyStatementRow[];
  readonly degree: number;
  readonly relations: RelationConnectionRow;
}

/** A relation as its statement returns it, with the selected fields only. */
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
  readonly references: readonly Reference[];
}

/** A statement about a property of an entity, with the selected fields only. */
export interface PropertyStatementRow {
  readonly property: string;
  readonly basis: Basis;
  readonly status: Status;
  readonly note: Localized;
  readonly references: readonly Reference[];
  readonly citations: readonly CitationRow[];
}

/** A page of a connection, with the selected fields only. */
export interface ConnectionRow<N> {
  readonly totalCount: number;
  readonly nodes: readonly N[];
  readonly edges: readonly EdgeRow<N>[];
  readonly pageInfo: PageInfo;
}

/** A connection whose items can be counted by value. */
export type GroupedConnectionRow<N> = ConnectionRow<N> & { readonly groups: readonly GroupRow[] };

/** How many items of a list have one value; `entity` is set if the value is an entity and the field is selected. */
export interface GroupRow {
  readonly key: string;
  readonly count: number;
  readonly entity: EntityRow | null;
}

/** An item of a page with its cursor and the relation that connects it to the parent. */
export interface EdgeRow<N> {
  readonly node: N;
  readonly cursor: string;
  readonly relation: RelationRow | null;
}

/** A path as its statement returns it, with the selected fields only. */
export interface PathRow {
  readonly length: number;
  readonly nodes: readonly EntityRow[];
  readonly relations: readonly RelationRow[];
}

/** A similar entity as its statement returns it, with the selected fields only. */
export interface SimilarEntityRow {
  readonly entity: EntityRow;
  readonly score: number;
  readonly shared: readonly EntityRow[];
}

/** A page of entities of several types. */
export type EntityConnectionRow = ConnectionRow<EntityRow>;

/** An entity of any type with its cursor. */
export type EntityEdgeRow = EdgeRow<EntityRow>;

/** A page of relations. */
export type RelationConnectionRow = ConnectionRow<RelationRow>;

/** A relation with its cursor. */
export type RelationEdgeRow = EdgeRow<RelationRow>;
