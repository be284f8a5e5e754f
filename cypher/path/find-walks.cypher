// Purpose: find the shortest simple walks between two entities, shortest first, ties by the ids of their relations.
// Parameters: $from, $to (entity ids); $types (relation types, null for all); $direction (OUT, IN, ANY);
//   $exclude (statuses not walked); $maxLength (relations in a walk, 1 to 10); $first (how many walks, 1 to 25).
// Columns: nodes (list of nodes), relations (list of relationships), place (0 for the shortest).
// Index: Entity.id.
MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
WHERE a <> b
MATCH walk = SHORTEST 25 (
  (a)
  ((x)-[step]-(y)
    WHERE ($types IS NULL OR type(step) IN $types)
      AND NOT step.status IN $exclude
      AND ($direction = 'ANY' OR (startNode(step) = x) = ($direction = 'OUT'))
  ){1,10}
  (b)
  WHERE all(place IN range(0, size(x) - 1) WHERE x[place] <> b AND NOT x[place] IN x[place + 1 ..])
)
WITH nodes(walk) AS nodes, relationships(walk) AS relations, [relation IN relationships(walk) | relation.id] AS ids
WHERE size(relations) <= $maxLength
ORDER BY size(relations), ids
LIMIT $first
WITH collect({nodes: nodes, relations: relations}) AS walks
UNWIND range(0, size(walks) - 1) AS place
RETURN walks[place].nodes AS nodes, walks[place].relations AS relations, place
