import Cypher from '@neo4j/cypher-builder';
import { ours } from './ours.js';
import type { Direction } from './source.js';

/** Counts the relations of a node, or only those of one type in one direction. */
export function degreeOf(node: Cypher.Variable, type?: string, direction: Direction = 'OUT'): Cypher.Count {
  const pattern = type
    ? new Cypher.Pattern(node)
        .related({ type, direction: direction === 'OUT' ? 'right' : 'left', properties: ours })
        .to()
    : new Cypher.Pattern(node).related({ direction: 'undirected', properties: ours }).to();
  return new Cypher.Count(new Cypher.Match(pattern));
}
