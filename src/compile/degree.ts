import Cypher from '@neo4j/cypher-builder';
import { ours } from './ours.js';
import type { Direction } from './source.js';

/** How many relations of ours a node has, or how many of a type it has in a direction. */
export function degreeOf(node: Cypher.Variable, type?: string, direction: Direction = 'OUT'): Cypher.Count {
  const pattern = type
    ? new Cypher.Pattern(node)
        .related({ type, direction: direction === 'OUT' ? 'right' : 'left', properties: ours })
        .to()
    : new Cypher.Pattern(node).related({ direction: 'undirected', properties: ours }).to();
  return new Cypher.Count(new Cypher.Match(pattern));
}
