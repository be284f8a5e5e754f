// Purpose: find what connects some entities: the shortest walks between each two, refuted relations left aside.
// Parameters: $ids (entity ids); $maxLength (relations in a walk, 1 to 10).
// Columns: nodes (list of nodes by id, those asked for included), relations (list of relationships by id),
//   truncated (whether two entities are joined by more than 100 shortest walks, of which 100 are kept).
// Index: Entity.id.
UNWIND $ids AS id
MATCH (given:Entity {id: id})
WITH collect(DISTINCT given) AS ends
CALL (ends) {
  UNWIND ends AS a
  UNWIND ends AS b
  WITH a, b
  WHERE a.id < b.id
  CALL (a, b) {
    MATCH walk = allShortestPaths((a)-[steps*..10]-(b))
    WHERE all(step IN steps WHERE step.status <> 'REFUTED')
    WITH walk
    WHERE length(walk) <= $maxLength
    RETURN walk
    LIMIT 101
  }
  WITH a, b, collect(walk) AS walks
  RETURN collect({walks: walks[..100], more: size(walks) > 100}) AS joins
}
CALL (ends, joins) {
  UNWIND ends + reduce(all = [], join IN joins | all + reduce(on = [], walk IN join.walks | on + nodes(walk))) AS node
  WITH DISTINCT node
  ORDER BY node.id
  RETURN collect(node) AS nodes
}
CALL (joins) {
  UNWIND joins AS join
  UNWIND join.walks AS walk
  UNWIND relationships(walk) AS relation
  WITH DISTINCT relation
  ORDER BY relation.id
  RETURN collect(relation) AS relations
}
RETURN nodes, relations, any(join IN joins WHERE join.more) AS truncated
