// Purpose: find the shortest simple walks between two entities, shortest first, ties by the ids of their relations.
// Parameters: $from, $to (entity ids); $types (relation types, null for all); $direction (OUT, IN, ANY);
//   $exclude (statuses not walked); $maxLength (relations in a walk, 1 to 10); $first (how many walks, 2 to 25).
// Columns: nodes (list of nodes), relations (list of relationships), place (0 for the shortest).
// Index: Entity.id. As find-walks, which Neo4j plans in half the time without the steps for more than six relations.
MATCH (a:Entity&AigcAtlas {id: $from}), (b:Entity&AigcAtlas {id: $to})
WHERE a <> b
CALL (a, b) {
  CALL (a, b) {
    WITH a, b
    WHERE $types IS NULL AND $direction = 'ANY'
    MATCH walk = allShortestPaths((a)-[*..10]-(b))
    RETURN walk
    UNION ALL
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
    WHERE size(walks) = 0 AND (met > 0 OR $types IS NOT NULL) AND $direction = 'ANY'
    MATCH walk = allShortestPaths((a)-[steps*..10]-(b))
    WHERE all(step IN steps WHERE ($types IS NULL OR type(step) IN $types) AND step.madeBy = 'AigcAtlas' AND NOT step.status IN $exclude)
    RETURN walk
    UNION ALL
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
WITH walks + allowed AS found
WHERE size(found) > 0
CALL (found) {
  WITH found
  WHERE length(found[0]) < 4 AND $maxLength >= 2 AND size(found) < $first
  MATCH walk = (a:Entity&AigcAtlas {id: $from})
    ((x)-[step]-(y) WHERE ($types IS NULL OR type(step) IN $types)
      AND ($direction = 'ANY' OR (startNode(step) = x) = ($direction = 'OUT'))){1,2}
    (m)
    ((u)-[next]-(v) WHERE ($types IS NULL OR type(next) IN $types)
      AND ($direction = 'ANY' OR (startNode(next) = u) = ($direction = 'OUT'))){1,2}
    (b:Entity&AigcAtlas {id: $to})
  USING JOIN ON m
  WHERE length(walk) > length(found[0]) AND length(walk) <= $maxLength AND size(step) - size(next) IN [0, 1]
    AND all(relation IN relationships(walk) WHERE relation.madeBy = 'AigcAtlas' AND NOT relation.status IN $exclude)
    AND all(place IN range(0, size(nodes(walk)) - 2) WHERE NOT nodes(walk)[place] IN nodes(walk)[place + 1 ..])
  WITH walk
  ORDER BY length(walk), [relation IN relationships(walk) | relation.id]
  LIMIT $first
  RETURN collect(walk) AS more
}
WITH found + more AS found
CALL (found) {
  WITH found
  WHERE length(found[0]) < 5 AND $maxLength >= 5 AND size(found) < $first
  MATCH walk = (a:Entity&AigcAtlas {id: $from})
    ((x)-[step]-(y) WHERE ($types IS NULL OR type(step) IN $types)
      AND ($direction = 'ANY' OR (startNode(step) = x) = ($direction = 'OUT'))){3}
    (m)
    ((u)-[next]-(v) WHERE ($types IS NULL OR type(next) IN $types)
      AND ($direction = 'ANY' OR (startNode(next) = u) = ($direction = 'OUT'))){2}
    (b:Entity&AigcAtlas {id: $to})
  USING JOIN ON m
  WHERE all(relation IN relationships(walk) WHERE relation.madeBy = 'AigcAtlas' AND NOT relation.status IN $exclude)
    AND all(place IN range(0, size(nodes(walk)) - 2) WHERE NOT nodes(walk)[place] IN nodes(walk)[place + 1 ..])
  WITH walk
  ORDER BY length(walk), [relation IN relationships(walk) | relation.id]
  LIMIT $first
  RETURN collect(walk) AS more
}
WITH found + more AS found
CALL (found) {
  WITH found
  WHERE length(found[0]) < 6 AND $maxLength >= 6 AND size(found) < $first
  MATCH walk = (a:Entity&AigcAtlas {id: $from})
    ((x)-[step]-(y) WHERE ($types IS NULL OR type(step) IN $types)
      AND ($direction = 'ANY' OR (startNode(step) = x) = ($direction = 'OUT'))){3}
    (m)
    ((u)-[next]-(v) WHERE ($types IS NULL OR type(next) IN $types)
      AND ($direction = 'ANY' OR (startNode(next) = u) = ($direction = 'OUT'))){3}
    (b:Entity&AigcAtlas {id: $to})
  USING JOIN ON m
  WHERE all(relation IN relationships(walk) WHERE relation.madeBy = 'AigcAtlas' AND NOT relation.status IN $exclude)
    AND all(place IN range(0, size(nodes(walk)) - 2) WHERE NOT nodes(walk)[place] IN nodes(walk)[place + 1 ..])
  WITH walk
  ORDER BY length(walk), [relation IN relationships(walk) | relation.id]
  LIMIT $first
  RETURN collect(walk) AS more
}
WITH found + more AS found
CALL (found) {
  WITH found
  WHERE length(found[0]) < 7 AND $maxLength >= 7 AND size(found) < $first
  MATCH walk = (a:Entity&AigcAtlas {id: $from})
    ((x)-[step]-(y) WHERE ($types IS NULL OR type(step) IN $types)
      AND ($direction = 'ANY' OR (startNode(step) = x) = ($direction = 'OUT'))){4}
    (m)
    ((u)-[next]-(v) WHERE ($types IS NULL OR type(next) IN $types)
      AND ($direction = 'ANY' OR (startNode(next) = u) = ($direction = 'OUT'))){3}
    (b:Entity&AigcAtlas {id: $to})
  USING JOIN ON m
  WHERE all(relation IN relationships(walk) WHERE relation.madeBy = 'AigcAtlas' AND NOT relation.status IN $exclude)
    AND all(place IN range(0, size(nodes(walk)) - 2) WHERE NOT nodes(walk)[place] IN nodes(walk)[place + 1 ..])
  WITH walk
  ORDER BY length(walk), [relation IN relationships(walk) | relation.id]
  LIMIT $first
  RETURN collect(walk) AS more
}
WITH found + more AS found
CALL (found) {
  WITH found
  WHERE length(found[0]) < 8 AND $maxLength >= 8 AND size(found) < $first
  MATCH walk = (a:Entity&AigcAtlas {id: $from})
    ((x)-[step]-(y) WHERE ($types IS NULL OR type(step) IN $types)
      AND ($direction = 'ANY' OR (startNode(step) = x) = ($direction = 'OUT'))){4}
    (m)
    ((u)-[next]-(v) WHERE ($types IS NULL OR type(next) IN $types)
      AND ($direction = 'ANY' OR (startNode(next) = u) = ($direction = 'OUT'))){4}
    (b:Entity&AigcAtlas {id: $to})
  USING JOIN ON m
  WHERE all(relation IN relationships(walk) WHERE relation.madeBy = 'AigcAtlas' AND NOT relation.status IN $exclude)
    AND all(place IN range(0, size(nodes(walk)) - 2) WHERE NOT nodes(walk)[place] IN nodes(walk)[place + 1 ..])
  WITH walk
  ORDER BY length(walk), [relation IN relationships(walk) | relation.id]
  LIMIT $first
  RETURN collect(walk) AS more
}
WITH found + more AS found
CALL (found) {
  WITH found
  WHERE length(found[0]) < 9 AND $maxLength >= 9 AND size(found) < $first
  MATCH walk = (a:Entity&AigcAtlas {id: $from})
    ((x)-[step]-(y) WHERE ($types IS NULL OR type(step) IN $types)
      AND ($direction = 'ANY' OR (startNode(step) = x) = ($direction = 'OUT'))){5}
    (m)
    ((u)-[next]-(v) WHERE ($types IS NULL OR type(next) IN $types)
      AND ($direction = 'ANY' OR (startNode(next) = u) = ($direction = 'OUT'))){4}
    (b:Entity&AigcAtlas {id: $to})
  USING JOIN ON m
  WHERE all(relation IN relationships(walk) WHERE relation.madeBy = 'AigcAtlas' AND NOT relation.status IN $exclude)
    AND all(place IN range(0, size(nodes(walk)) - 2) WHERE NOT nodes(walk)[place] IN nodes(walk)[place + 1 ..])
  WITH walk
  ORDER BY length(walk), [relation IN relationships(walk) | relation.id]
  LIMIT $first
  RETURN collect(walk) AS more
}
WITH found + more AS found
CALL (found) {
  WITH found
  WHERE length(found[0]) < 10 AND $maxLength >= 10 AND size(found) < $first
  MATCH walk = (a:Entity&AigcAtlas {id: $from})
    ((x)-[step]-(y) WHERE ($types IS NULL OR type(step) IN $types)
      AND ($direction = 'ANY' OR (startNode(step) = x) = ($direction = 'OUT'))){5}
    (m)
    ((u)-[next]-(v) WHERE ($types IS NULL OR type(next) IN $types)
      AND ($direction = 'ANY' OR (startNode(next) = u) = ($direction = 'OUT'))){5}
    (b:Entity&AigcAtlas {id: $to})
  USING JOIN ON m
  WHERE all(relation IN relationships(walk) WHERE relation.madeBy = 'AigcAtlas' AND NOT relation.status IN $exclude)
    AND all(place IN range(0, size(nodes(walk)) - 2) WHERE NOT nodes(walk)[place] IN nodes(walk)[place + 1 ..])
  WITH walk
  ORDER BY length(walk), [relation IN relationships(walk) | relation.id]
  LIMIT $first
  RETURN collect(walk) AS more
}
WITH found + more AS found
UNWIND range(0, CASE WHEN size(found) < $first THEN size(found) ELSE $first END - 1) AS place
RETURN nodes(found[place]) AS nodes, relationships(found[place]) AS relations, place
