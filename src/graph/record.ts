import type { EntityRow, RelationRow } from '../execute/rows.js';
import type { UncoloredContent } from './graph-content.js';

/** A graph as its statement returns it, with the selected fields. */
export interface GraphRow {
  /** Rows of entities, sorted by id. */
  readonly nodes: readonly EntityRow[];
  /** Rows of relations, sorted by id. */
  readonly links: readonly RelationRow[];
  readonly nodeCount: number;
  readonly linkCount: number;
  readonly truncated: boolean;
  /** The content of the exported graph. */
  readonly export: UncoloredContent;
}
