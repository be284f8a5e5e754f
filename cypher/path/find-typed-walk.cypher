// Purpose: find the shortest walk between two entities by relations of some types, whichever way they point, of several
//   the first by the ids of their relations.
// Parameters: $from, $to (entity ids); $types (relation types); $exclude (statuses not walked);
//   $maxLength (relations in a walk, 1 to 10); $first (how many walks, 0 or 1).
// Columns: nodes (list of nodes), relations (list of relationships), place (always 0).
// Index: Entity.id.
MATCH (a:Entity&AigcAtlas {id: $from}), (b:Entity&AigcAtlas {id: $to})
WHERE a <> b
MATCH walk = allShortestPaths((a)-[steps*..10]-(b))
WHERE all(step IN steps WHERE type(step) IN $types AND step.madeBy = 'AigcAtlas' AND NOT step.status IN $exclude)
WITH walk
WHERE length(walk) <= $maxLength
ORDER BY [relation IN relationships(walk) | relation.id]
LIMIT $first
RETURN nodes(walk) AS nodes, relationships(walk) AS relations, 0 AS place
