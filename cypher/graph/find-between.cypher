// Purpose: find what connects some entities: the shortest walks between each two, refuted relations left aside.
// Parameters: $ids (entity ids); $maxLength (relations in a walk, 1 to 10).
// Columns: nodes (list of nodes, those asked for included), relations (list of relationships),
//   truncated (whether two entities are joined by more than 100 shortest walks, of which 100 are kept).
// Index: Entity.id. As for walks, the status of relations is looked at on the way only where every shortest walk has a
//   refuted one, or one that is not ours.
UNWIND $ids AS id
MATCH (given:Entity&AigcAtlas {id: id})
WITH collect(DISTINCT given) AS ends
CALL (ends) {
  UNWIND ends AS a
  UNWIND ends AS b
  WITH a, b
  WHERE a.id < b.id
  CALL (a, b) {
    MATCH walk = allShortestPaths((a)-[*..10]-(b))
    WITH walk, any(step IN relationships(walk) WHERE step.status = 'REFUTED' OR NOT coalesce(step.madeBy = 'AigcAtlas', false)) AS isBarred
    WHERE length(walk) <= $maxLength
    ORDER BY isBarred, [relation IN relationships(walk) | relation.id]
    LIMIT 101
    WITH collect({walk: walk, isBarred: isBarred}) AS finds
    RETURN [find IN finds WHERE NOT find.isBarred | find.walk] AS whole, size(finds) AS met
  }
  CALL (a, b, whole, met) {
    WITH a, b, whole, met
    WHERE size(whole) = 0 AND met > 0
    MATCH walk = allShortestPaths((a)-[steps*..10]-(b))
    WHERE all(step IN steps WHERE step.madeBy = 'AigcAtlas' AND step.status <> 'REFUTED')
    WITH walk
    WHERE length(walk) <= $maxLength
    ORDER BY [relation IN relationships(walk) | relation.id]
    LIMIT 101
    RETURN collect(walk) AS others
  }
  WITH whole + others AS walks
  RETURN collect({walks: walks[..100], more: size(walks) > 100}) AS joins
}
CALL (ends, joins) {
  UNWIND ends + reduce(all = [], join IN joins | all + reduce(on = [], walk IN join.walks | on + nodes(walk))) AS node
  RETURN collect(DISTINCT node) AS nodes
}
CALL (joins) {
  UNWIND joins AS join
  UNWIND join.walks AS walk
  UNWIND relationships(walk) AS relation
  RETURN collect(DISTINCT relation) AS relations
}
RETURN nodes, relations, any(join IN joins WHERE join.more) AS truncated
