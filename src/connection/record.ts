import type { CursorContent } from '../compile/cursor.js';
import type { EntityRow } from '../entity/record.js';
import type { RelationRow } from '../relation/record.js';

/** A page of a connection; what was not asked for is absent or empty. */
export interface ConnectionRow<N> {
  readonly totalCount: number;
  readonly nodes: readonly N[];
  /** The page with its cursors and relations, where any were asked for. */
  readonly edges: readonly EdgeRow<N>[];
  /** Whether the list goes on in the direction in which the page was counted. */
  readonly overflows?: boolean;
  /** Whether the page was counted from the end. */
  readonly backward?: boolean;
  /** Whether anything lies on the other side of where the page starts. */
  readonly beyond?: boolean;
}

/** A connection whose whole list can be counted by a value. */
export type GroupedConnectionRow<N> = ConnectionRow<N> & {
  /** Under numbered names where the operation groups by several values. */
  readonly groups: readonly GroupRow[];
};

/** How many items of a list fall under one value; `entity` is there where the value is one and it was asked for. */
export interface GroupRow {
  readonly key: string;
  readonly count: number;
  readonly entity?: EntityRow;
}

/** An item of a page with its place in the list and the relation that led to it. */
export interface EdgeRow<N> {
  readonly node: N;
  readonly cursor: CursorContent;
  readonly relation?: RelationRow;
}

/** What a connection's page says of its place in the list. */
export type PageInfoRow = ConnectionRow<unknown>;
