import type { CursorContent } from '../compile/cursor.js';
import type { EntityRow } from '../entity/record.js';
import type { RelationRow } from '../relation/record.js';

/** A connection as its statement returns it: the nodes alone, where nothing else was asked for. */
export type ConnectionRow<N> = readonly N[] | PageRow<N>;

/** A page of a connection; what was not asked for is absent. */
export interface PageRow<N> {
  readonly total?: number;
  /** The page, where neither cursors nor relations were asked for. */
  readonly nodes?: readonly N[];
  /** The page, where they were. */
  readonly edges?: readonly EdgeRow<N>[];
  /** The page size, where the page holds one item more to show that the list goes on. */
  readonly size?: number;
  /** Whether the page was counted from the end. */
  readonly backward?: boolean;
  /** Whether anything lies on the other side of where the page starts. */
  readonly beyond?: boolean;
  /** Whether anything lies on the other side of the bound that the page runs towards. */
  readonly past?: boolean;
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
export type PageInfoRow = PageRow<unknown>;
