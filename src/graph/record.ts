import type { EntityRow, RelationRow } from '../execute/rows.js';
import type { FoundContent } from './graph-content.js';

/** A graph as its statement returns it, with the fields that were asked for. */
export interface GraphRow {
  /** Rows of entities by their ids. */
  readonly nodes: readonly EntityRow[];
  /** Rows of relations by their ids. */
  readonly links: readonly RelationRow[];
  readonly nodeCount: number;
  readonly linkCount: number;
  readonly truncated: boolean;
  /** What an export needs, where one was asked for. */
  readonly content: FoundContent;
}
