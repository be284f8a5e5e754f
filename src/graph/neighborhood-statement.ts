import { mark } from '../shared/mark.js';

/**
 * Cypher that finds what lies up to so many relations around the entities of `$ids`, the nearest first, `$limit` at most
 * with these, by relations of `$types` and entities of `$labels`, null for all. Its columns are nodes, relations (all
 * among the nodes), and truncated (whether more lie around). It leans on the index of Entity.id.
 */
export function neighborhoodStatement(depth: number): string {
  const rings = Array.from({ length: depth }, (_, before) => findRing(before));
  const met = Array.from({ length: depth + 1 }, (_, ring) => `ring${ring}`);
  // The nearest are sorted in no subquery: there each row would count the whole list anew against Neo4j's memory.
  return `UNWIND $ids AS id
MATCH (seed:Entity&${mark} {id: id})
WITH collect(DISTINCT seed) AS ring0
${rings.join('\n')}
WITH ${met.join(' + ')} AS met
UNWIND range(0, size(met) - 1) AS place
WITH met[place] AS node, min(place) AS nearest
ORDER BY nearest
LIMIT $limit + 1
WITH collect(node) AS found
WITH found[..$limit] AS nodes, size(found) > $limit AS truncated
CALL (nodes) {
  UNWIND nodes AS node
  MATCH (node)-[relation {madeBy: '${mark}'}]->(other)
  WHERE other IN nodes AND ($types IS NULL OR type(relation) IN $types)
  RETURN collect(relation) AS relations
}
RETURN nodes, relations, truncated`;
}

// A ring reads twice the limit and one more: at most the limit of it can have been met before.
function findRing(before: number): string {
  return `CALL (ring${before}) {
  UNWIND ring${before} AS node
  MATCH (node)-[step {madeBy: '${mark}'}]-(other:Entity)
  WHERE ($types IS NULL OR type(step) IN $types)
    AND ($labels IS NULL OR any(label IN labels(other) WHERE label IN $labels))
  WITH DISTINCT other
  LIMIT $limit * 2 + 1
  RETURN collect(other) AS ring${before + 1}
}`;
}
