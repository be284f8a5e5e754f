import Cypher from '@neo4j/cypher-builder';

/** How many relations a node has: Neo4j keeps this number, it counts nothing. */
export function degreeOf(node: Cypher.Variable, type?: string): Cypher.Count {
  const pattern = type
    ? new Cypher.Pattern(node).related({ type, direction: 'right' }).to()
    : new Cypher.Pattern(node).related({ direction: 'undirected' }).to();
  return new Cypher.Count(new Cypher.Match(pattern));
}
