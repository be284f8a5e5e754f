import Cypher from '@neo4j/cypher-builder';

/** A value in both languages, English first; the resolver picks. */
export function bothLanguages(owner: Cypher.Variable, property: string): Cypher.Expr {
  return new Cypher.List([owner.property(property), owner.property(`${property}Zh`)]);
}
