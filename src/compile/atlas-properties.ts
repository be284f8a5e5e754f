import Cypher from '@neo4j/cypher-builder';
import { atlasLabel } from '../shared/atlas-label.js';
import { isPresent } from './page.js';

/** Properties of a relation in a pattern. */
export type RelationProperties = Readonly<Record<string, Cypher.Literal>>;

/** Pattern properties that match only relations created by this project; so were their ends. */
export const allRelations: RelationProperties = { madeBy: new Cypher.Literal(atlasLabel) };

/** Pattern properties that match only the relations of this project that count: those that are not refuted. */
export const countedRelations: RelationProperties = { countedBy: new Cypher.Literal(atlasLabel) };

/**
 * Pattern properties for relations that filters restrict: those that count, or all if a filter has a condition on their
 * status, also in its `and`, `or` and `not`. That condition then decides.
 */
export function relationsFor(...filters: readonly unknown[]): RelationProperties {
  return filters.some(hasStatus) ? allRelations : countedRelations;
}

function hasStatus(filter: unknown): boolean {
  if (!isPresent(filter)) return false;
  const { status, and, or, not } = filter as Readonly<Record<string, unknown>>; // coerced by graphql to an input object
  return isPresent(status) || [and, or, not].flat().some(hasStatus);
}
