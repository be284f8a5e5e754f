import { buildCurrentId } from '../compile/value.js';
import { buildAllowedPredicate } from '../path/shortest-paths.js';
import { atlasLabel } from '../shared/atlas-label.js';

/**
 * Cypher query for the neighborhood of the entities of `$ids` within `depth` hops: the nearest entities first, and
 * those at the same distance by id, at most `$limit` including those of `$ids`. It follows relations of `$types` to entities with `$labels`; null stands for all.
 * It ignores relations with a status of `$exclude`. Its columns are nodes, relations (all others between the nodes), and
 * truncated (whether there are more entities). It requires the index of Entity.id.
 */
export function buildNeighborhoodStatement(depth: number): string {
  const ringSearches = Array.from({ length: depth }, (_, index) => buildRingSearch(index));
  const ringNames = Array.from({ length: depth + 1 }, (_, ring) => `ring${ring}`);
  // Sorting is outside a subquery: inside one, the list would count against Neo4j's memory limit once for each row.
  return `UNWIND $ids AS givenId
WITH ${buildCurrentId('givenId')} AS id
MATCH (seed:Entity&${atlasLabel} {id: id})
WITH collect(DISTINCT seed) AS ring0
${ringSearches.join('\n')}
WITH ${ringNames.join(' + ')} AS met
UNWIND range(0, size(met) - 1) AS place
WITH met[place] AS node, min(place) AS nearest
ORDER BY nearest
LIMIT $limit + 1
WITH collect(node) AS found
WITH found[..$limit] AS nodes, size(found) > $limit AS truncated
CALL (nodes) {
  UNWIND nodes AS node
  MATCH (node)-[relation]->(other)
  WHERE other IN nodes AND ($types IS NULL OR type(relation) IN $types) AND ${buildAllowedPredicate('relation')}
  RETURN collect(relation) AS relations
}
RETURN nodes, relations, truncated`;
}

// Reads one more than twice the limit, because at most `$limit` of these entities may be in earlier rings.
function buildRingSearch(previousRing: number): string {
  return `CALL (ring${previousRing}) {
  UNWIND ring${previousRing} AS node
  MATCH (node)-[step]-(other:Entity)
  WHERE ${buildAllowedPredicate('step')}
    AND ($types IS NULL OR type(step) IN $types)
    AND ($labels IS NULL OR any(label IN labels(other) WHERE label IN $labels))
  WITH DISTINCT other
  ORDER BY other.id
  LIMIT $limit * 2 + 1
  RETURN collect(other) AS ring${previousRing + 1}
}`;
}
