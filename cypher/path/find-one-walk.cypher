// Purpose: find one shortest walk between two entities, following relations either way.
// Parameters: $from, $to (entity ids); $types (relation types, null for all); $exclude (statuses not walked);
//   $maxLength (relations in a walk, 1 to 10).
// Columns: nodes (list of nodes), relations (list of relationships), place (always 0).
// Index: Entity.id. Kept apart from find-walks because shortestPath is many times faster than SHORTEST 1.
MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
WHERE a <> b
MATCH walk = shortestPath((a)-[steps*..10]-(b))
WHERE all(step IN steps WHERE ($types IS NULL OR type(step) IN $types) AND NOT step.status IN $exclude)
WITH walk
WHERE length(walk) <= $maxLength
RETURN nodes(walk) AS nodes, relationships(walk) AS relations, 0 AS place
