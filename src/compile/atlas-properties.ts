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
 * Pattern properties for relations to the entities that `filter` restricts: those that count, or all if it has a
 * condition on their status, also in its `and`, `or` and `not`. That condition then decides.
 */
export function relationsFor(filter: unknown): RelationProperties {
  if (!isPresent(filter)) return countedRelations;
  const { status, and, or, not } = filter as Readonly<Record<string, unknown>>; // coerced by graphql to an input object
  const hasStatus = isPresent(status) || [and, or, not].flat().some((part) => relationsFor(part) === allRelations);
  return hasStatus ? allRelations : countedRelations;
}
