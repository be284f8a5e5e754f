import Cypher from '@neo4j/cypher-builder';
import { countedRelations } from './atlas-properties.js';
import type { Direction } from './source.js';

/** Counts the relations of a node that are not refuted, or only those of one type in one direction. */
export function degreeOf(node: Cypher.Variable, type?: string, direction: Direction = 'OUT'): Cypher.Count {
  const pattern = type
    ? new Cypher.Pattern(node)
        .related({ type, direction: direction === 'OUT' ? 'right' : 'left', properties: countedRelations })
        .to()
    : new Cypher.Pattern(node).related({ direction: 'undirected', properties: countedRelations }).to();
  return new Cypher.Count(new Cypher.Match(pattern));
}
