import Cypher from '@neo4j/cypher-builder';

/** An end of a relationship, named like the Cypher function that returns it. */
export type End = 'startNode' | 'endNode';

/** The node at one end of a relationship. */
export function endOf(end: End, relation: Cypher.Variable): Cypher.Expr {
  return new Cypher.Function(end, [relation]);
}

/** The id of the entity at one end of a relationship. */
export function idOf(end: End, relation: Cypher.Variable): Cypher.Expr {
  // The builder supports properties of variables only.
  return new Cypher.Raw((env) => `${env.compile(endOf(end, relation))}.id`);
}
