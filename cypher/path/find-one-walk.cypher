// Purpose: find the shortest walk between two entities, of several the first by the ids of their relations.
// Parameters: $from, $to (entity ids); $types (relation types, null for all); $direction (OUT, IN, ANY);
//   $exclude (statuses not walked); $maxLength (relations in a walk, 1 to 10); $first (how many walks, 0 or 1).
// Columns: nodes (list of nodes), relations (list of relationships), place (always 0).
// Index: Entity.id. Kept apart from find-walks because Neo4j plans it in a fraction of the time.
MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
WHERE a <> b
CALL (a, b) {
  WITH a, b
  WHERE $direction = 'ANY'
  MATCH walk = allShortestPaths((a)-[steps*..10]-(b))
  WHERE all(step IN steps WHERE ($types IS NULL OR type(step) IN $types) AND NOT step.status IN $exclude)
  RETURN walk
  UNION ALL
  WITH a, b
  WHERE $direction = 'OUT'
  MATCH walk = allShortestPaths((a)-[steps*..10]->(b))
  WHERE all(step IN steps WHERE ($types IS NULL OR type(step) IN $types) AND NOT step.status IN $exclude)
  RETURN walk
  UNION ALL
  WITH a, b
  WHERE $direction = 'IN'
  MATCH walk = allShortestPaths((a)<-[steps*..10]-(b))
  WHERE all(step IN steps WHERE ($types IS NULL OR type(step) IN $types) AND NOT step.status IN $exclude)
  RETURN walk
}
WITH walk
WHERE length(walk) <= $maxLength
ORDER BY [relation IN relationships(walk) | relation.id]
LIMIT $first
RETURN nodes(walk) AS nodes, relationships(walk) AS relations, 0 AS place
