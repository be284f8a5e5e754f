import Cypher from '@neo4j/cypher-builder';
import { countedRelations } from './atlas-properties.js';
import { arrowOf } from './source.js';

/** Counts the relations of a node that are not refuted, or only those of one type in one direction. */
export function degreeOf(node: Cypher.Variable, type?: string, direction = type ? 'OUT' : 'ANY'): Cypher.Count {
  const options = { ...(type ? { type } : {}), direction: arrowOf(direction), properties: countedRelations };
  return new Cypher.Count(new Cypher.Match(new Cypher.Pattern(node).related(options).to()));
}
