import Cypher from '@neo4j/cypher-builder';

/** The conjunction of predicates; true if there are none. */
export function combineWithAnd(predicates: readonly Cypher.Predicate[]): Cypher.Predicate {
  return Cypher.and(...predicates) ?? Cypher.true;
}

/** The disjunction of predicates; false if there are none. */
export function combineWithOr(predicates: readonly Cypher.Predicate[]): Cypher.Predicate {
  return Cypher.or(...predicates) ?? Cypher.false;
}
