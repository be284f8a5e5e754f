// Purpose: find what lies around some entities, the nearest first, with the relations among all that is found.
// Parameters: $ids (entity ids); $depth (0 to 4); $types (relation types, null for all); $labels (entity types that
//   are passed, null for all); $limit (most entities; those asked for come first).
// Columns: nodes (list of nodes), relations (list of relationships), truncated (whether more lie around).
// Index: Entity.id. A ring reads twice the limit and one more: at most the limit of it can have been met before.
//   The nearest are sorted in no subquery: there each row would count the whole list anew against Neo4j's memory.
UNWIND $ids AS id
MATCH (seed:Entity&AigcAtlas {id: id})
WITH collect(DISTINCT seed) AS ring0
CALL (ring0) {
  UNWIND ring0 AS node
  MATCH (node)-[step {madeBy: 'AigcAtlas'}]-(other:Entity)
  WHERE $depth >= 1
    AND ($types IS NULL OR type(step) IN $types)
    AND ($labels IS NULL OR any(label IN labels(other) WHERE label IN $labels))
  WITH DISTINCT other
  LIMIT $limit * 2 + 1
  RETURN collect(other) AS ring1
}
CALL (ring1) {
  UNWIND ring1 AS node
  MATCH (node)-[step {madeBy: 'AigcAtlas'}]-(other:Entity)
  WHERE $depth >= 2
    AND ($types IS NULL OR type(step) IN $types)
    AND ($labels IS NULL OR any(label IN labels(other) WHERE label IN $labels))
  WITH DISTINCT other
  LIMIT $limit * 2 + 1
  RETURN collect(other) AS ring2
}
CALL (ring2) {
  UNWIND ring2 AS node
  MATCH (node)-[step {madeBy: 'AigcAtlas'}]-(other:Entity)
  WHERE $depth >= 3
    AND ($types IS NULL OR type(step) IN $types)
    AND ($labels IS NULL OR any(label IN labels(other) WHERE label IN $labels))
  WITH DISTINCT other
  LIMIT $limit * 2 + 1
  RETURN collect(other) AS ring3
}
CALL (ring3) {
  UNWIND ring3 AS node
  MATCH (node)-[step {madeBy: 'AigcAtlas'}]-(other:Entity)
  WHERE $depth >= 4
    AND ($types IS NULL OR type(step) IN $types)
    AND ($labels IS NULL OR any(label IN labels(other) WHERE label IN $labels))
  WITH DISTINCT other
  LIMIT $limit * 2 + 1
  RETURN collect(other) AS ring4
}
WITH ring0 + ring1 + ring2 + ring3 + ring4 AS met
UNWIND range(0, size(met) - 1) AS place
WITH met[place] AS node, min(place) AS nearest
ORDER BY nearest
LIMIT $limit + 1
WITH collect(node) AS found
WITH found[..$limit] AS nodes, size(found) > $limit AS truncated
CALL (nodes) {
  UNWIND nodes AS node
  MATCH (node)-[relation {madeBy: 'AigcAtlas'}]->(other)
  WHERE other IN nodes AND ($types IS NULL OR type(relation) IN $types)
  RETURN collect(relation) AS relations
}
RETURN nodes, relations, truncated
