import type { EntityRow } from '../entity/record.js';
import type { RelationRow } from '../relation/record.js';

/** A walk as its statement returns it, with the fields that were asked for. */
export interface PathRow {
  readonly length: number;
  readonly nodes: readonly EntityRow[];
  readonly relations: readonly RelationRow[];
}
