import type { EntityRow } from '../entity/record.js';

/** An entity alike another, as its statement returns it, with the fields that were asked for. */
export interface SimilarEntityRow {
  readonly entity: EntityRow;
  readonly score: number;
  readonly shared: readonly EntityRow[];
}
