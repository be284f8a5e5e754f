import type { CitationRow } from '../citation/record.js';
import type { ConnectionRow, EdgeRow } from '../connection/record.js';
import type { RelationConnectionRow } from '../relation/record.js';
import type { Localized } from '../execute/resolvers.js';

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

/** A page of entities of several types. */
export type EntityConnectionRow = ConnectionRow<EntityRow>;

/** An entity with its place in a list. */
export type EntityEdgeRow = EdgeRow<EntityRow>;
