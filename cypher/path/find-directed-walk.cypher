// Purpose: find the shortest walk between two entities along or against its relations, of several the first by the ids
//   of their relations.
// Parameters: $from, $to (entity ids); $types (relation types, null for all); $direction (OUT, IN);
//   $exclude (statuses not walked); $maxLength (relations in a walk, 1 to 10); $first (how many walks, 0 or 1).
// Columns: nodes (list of nodes), relations (list of relationships), place (always 0).
// Index: Entity.id. As find-one-walk and find-typed-walk, which Neo4j runs in less time without the branches for directions.
MATCH (a:Entity&AigcAtlas {id: $from}), (b:Entity&AigcAtlas {id: $to})
WHERE a <> b
CALL (a, b) {
  CALL (a, b) {
    WITH a, b
    WHERE $types IS NULL AND $direction = 'OUT'
    MATCH walk = allShortestPaths((a)-[*..10]->(b))
    RETURN walk
    UNION ALL
    WITH a, b
    WHERE $types IS NULL AND $direction = 'IN'
    MATCH walk = allShortestPaths((a)<-[*..10]-(b))
    RETURN walk
  }
  WITH walk, any(step IN relationships(walk) WHERE step.status IN $exclude OR NOT coalesce(step.madeBy = 'AigcAtlas', false)) AS isExcluded
  WHERE length(walk) <= $maxLength
  ORDER BY isExcluded, [relation IN relationships(walk) | relation.id]
  LIMIT $first
  WITH collect({walk: walk, isExcluded: isExcluded}) AS finds
  RETURN [find IN finds WHERE NOT find.isExcluded | find.walk] AS walks, size(finds) AS met
}
CALL (a, b, walks, met) {
  CALL (a, b, walks, met) {
    WITH a, b, walks, met
    WHERE size(walks) = 0 AND (met > 0 OR $types IS NOT NULL) AND $direction = 'OUT'
    MATCH walk = allShortestPaths((a)-[steps*..10]->(b))
    WHERE all(step IN steps WHERE ($types IS NULL OR type(step) IN $types) AND step.madeBy = 'AigcAtlas' AND NOT step.status IN $exclude)
    RETURN walk
    UNION ALL
    WITH a, b, walks, met
    WHERE size(walks) = 0 AND (met > 0 OR $types IS NOT NULL) AND $direction = 'IN'
    MATCH walk = allShortestPaths((a)<-[steps*..10]-(b))
    WHERE all(step IN steps WHERE ($types IS NULL OR type(step) IN $types) AND step.madeBy = 'AigcAtlas' AND NOT step.status IN $exclude)
    RETURN walk
  }
  WITH walk
  WHERE length(walk) <= $maxLength
  ORDER BY [relation IN relationships(walk) | relation.id]
  LIMIT $first
  RETURN collect(walk) AS allowed
}
UNWIND walks + allowed AS walk
RETURN nodes(walk) AS nodes, relationships(walk) AS relations, 0 AS place
