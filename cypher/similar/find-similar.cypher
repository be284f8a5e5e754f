// Purpose: find the entities of the same type that share the most neighbors with an entity, by Jaccard similarity.
// Parameters: $id (entity id); $exclude (statuses of the relations not to follow); $first (maximum number of rows).
// Columns: entity (node), score (0 to 1), shared (list of nodes by id), place (rank, from 0 for the most similar).
// Index: Entity.id, FormerEntity.id. Neighbors are counted only for entities that share one.
WITH coalesce(COLLECT { MATCH (former:FormerEntity&AigcAtlas {id: $id}) RETURN former.currentId }[0], $id) AS id
MATCH (one:Entity&AigcAtlas {id: id})
WITH one, split(one.id, ':')[0] AS label, COUNT {
    MATCH (one)-[r {madeBy: 'AigcAtlas'} WHERE NOT r.status IN $exclude]-(own)
    RETURN DISTINCT own
  } AS ownCount
MATCH (one)-[r {madeBy: 'AigcAtlas'} WHERE NOT r.status IN $exclude]-(neighbour)
  -[s {madeBy: 'AigcAtlas'} WHERE NOT s.status IN $exclude]-(entity:Entity)
WHERE entity <> one AND split(entity.id, ':')[0] = label
WITH ownCount, entity, collect(DISTINCT neighbour) AS shared
WITH entity, shared, ownCount - size(shared) + COUNT {
    MATCH (entity)-[r {madeBy: 'AigcAtlas'} WHERE NOT r.status IN $exclude]-(other)
    RETURN DISTINCT other
  } AS all
WITH entity, shared, toFloat(size(shared)) / all AS score
ORDER BY score DESC, entity.id
LIMIT $first
WITH entity, score, COLLECT { UNWIND shared AS node WITH node ORDER BY node.id RETURN node } AS shared
WITH collect({entity: entity, score: score, shared: shared}) AS found
UNWIND range(0, size(found) - 1) AS place
RETURN found[place].entity AS entity, found[place].score AS score, found[place].shared AS shared, place
