import Cypher from '@neo4j/cypher-builder';
import { atlasProperties } from './atlas-properties.js';
import type { Direction } from './source.js';

/** Counts the relations of a node, or only those of one type in one direction. */
export function degreeOf(node: Cypher.Variable, type?: string, direction: Direction = 'OUT'): Cypher.Count {
  const pattern = type
    ? new Cypher.Pattern(node)
        .related({ type, direction: direction === 'OUT' ? 'right' : 'left', properties: atlasProperties })
        .to()
    : new Cypher.Pattern(node).related({ direction: 'undirected', properties: atlasProperties }).to();
  return new Cypher.Count(new Cypher.Match(pattern));
}
