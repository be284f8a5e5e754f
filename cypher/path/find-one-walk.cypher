// Purpose: find the shortest walk between two entities by relations of all types, whichever way they point, of several
//   the first by the ids of their relations.
// Parameters: $from, $to (entity ids); $exclude (statuses not walked); $maxLength (relations in a walk, 1 to 10);
//   $first (how many walks, 0 or 1).
// Columns: nodes (list of nodes), relations (list of relationships), place (always 0).
// Index: Entity.id. Kept apart from find-walks because Neo4j plans it in a fraction of the time, and short because it is
//   sent with each request. First the shortest walks are found whatever the status of their relations: to look at that
//   on the way takes three times as long, and is needed only where each of these walks has a relation that is excluded.
MATCH (a:Entity&AigcAtlas {id: $from}), (b:Entity&AigcAtlas {id: $to})
WHERE a <> b
CALL (a, b) {
  MATCH walk = allShortestPaths((a)-[*..10]-(b))
  WITH walk, any(r IN relationships(walk) WHERE r.status IN $exclude OR NOT coalesce(r.madeBy = 'AigcAtlas', false)) AS barred
  WHERE length(walk) <= $maxLength
  ORDER BY barred, [r IN relationships(walk) | r.id]
  LIMIT $first
  RETURN walk AS found, barred
}
CALL (a, b, found, barred) {
  WITH found AS walk
  WHERE NOT barred
  RETURN walk
  UNION ALL
  WITH a, b
  WHERE barred
  MATCH walk = allShortestPaths((a)-[steps*..10]-(b))
  WHERE all(r IN steps WHERE r.madeBy = 'AigcAtlas' AND NOT r.status IN $exclude)
  WITH walk
  WHERE length(walk) <= $maxLength
  ORDER BY [r IN relationships(walk) | r.id]
  LIMIT 1
  RETURN walk
}
RETURN nodes(walk) AS nodes, relationships(walk) AS relations, 0 AS place
