// Purpose: read the whole graph, or its part with some types of entities and relations.
// Parameters: $labels (entity types); $types (relation types, null for all); $limit (maximum of entities, first by id).
// Columns: nodes (list of nodes by id), relations (list of relationships), truncated (whether more entities exist).
// Index: Entity.id; entities are read in its order, so that a limit stops the read.
CALL () {
  MATCH (node:Entity&AigcAtlas)
  WHERE node.id IS NOT NULL AND any(label IN labels(node) WHERE label IN $labels)
  WITH node
  ORDER BY node.id
  LIMIT $limit + 1
  RETURN collect(node) AS found
}
WITH found[..$limit] AS nodes, size(found) > $limit AS truncated
CALL (nodes) {
  UNWIND nodes AS node
  MATCH (node)-[relation {madeBy: 'AigcAtlas'}]->(other)
  WHERE other IN nodes AND ($types IS NULL OR type(relation) IN $types)
  RETURN collect(relation) AS relations
}
RETURN nodes, relations, truncated
