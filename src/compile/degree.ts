import Cypher from '@neo4j/cypher-builder';
import { ours } from './ours.js';

/** How many relations of ours a node has, or how many of a type begin at it. */
export function degreeOf(node: Cypher.Variable, type?: string): Cypher.Count {
  const pattern = type
    ? new Cypher.Pattern(node).related({ type, direction: 'right', properties: ours }).to()
    : new Cypher.Pattern(node).related({ direction: 'undirected', properties: ours }).to();
  return new Cypher.Count(new Cypher.Match(pattern));
}
