// Purpose: find one shortest walk between two entities along the direction of relations, or all against it.
// Parameters: $from, $to (entity ids); $types (relation types, null for all); $direction (OUT or IN);
//   $exclude (statuses not walked); $maxLength (relations in a walk, 1 to 10).
// Columns: nodes (list of nodes), relations (list of relationships), place (always 0).
// Index: Entity.id. A walk against the relations is the reverse of one along them.
WITH $direction = 'IN' AS against
MATCH (a:Entity {id: CASE WHEN against THEN $to ELSE $from END})
MATCH (b:Entity {id: CASE WHEN against THEN $from ELSE $to END})
WHERE a <> b
MATCH walk = shortestPath((a)-[steps*..10]->(b))
WHERE all(step IN steps WHERE ($types IS NULL OR type(step) IN $types) AND NOT step.status IN $exclude)
WITH walk, against
WHERE length(walk) <= $maxLength
RETURN
  CASE WHEN against THEN reverse(nodes(walk)) ELSE nodes(walk) END AS nodes,
  CASE WHEN against THEN reverse(relationships(walk)) ELSE relationships(walk) END AS relations,
  0 AS place
