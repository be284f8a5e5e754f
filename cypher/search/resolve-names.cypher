// Purpose: find what each of some names may mean: entities with that very name (score over 7) or alias (over 6), and
//   where there is none those with one typing error in a name (over 2); best first, then by relations and id.
// Parameters: $wanted (list of maps of whole, the name as one word, and of the Lucene queries exact and near).
// Columns: candidates (list of maps of entity and score, at most 10), place (of the name in the list).
// Index: entity_search.
UNWIND range(0, size($wanted) - 1) AS place
WITH place, $wanted[place] AS name
CALL (name) {
  CALL db.index.fulltext.queryNodes('entity_search', name.exact) YIELD node
  WHERE node:AigcAtlas
  RETURN collect(node) AS exact
}
CALL (name, exact) {
  WITH name, exact
  WHERE size(exact) = 0
  CALL db.index.fulltext.queryNodes('entity_search', name.near) YIELD node
  WHERE node:AigcAtlas
  RETURN collect(node) AS near
}
WITH place, name, exact + near AS nodes
RETURN place, COLLECT {
    UNWIND nodes AS node
    WITH node, [form IN node.searchNames | replace(form, ' ', '')] AS wholes
    WITH node, CASE
        WHEN name.whole IN wholes[.. 2] THEN 7.5
        WHEN name.whole IN wholes THEN 6.5
        ELSE 2.0 + toFloat(size(name.whole)) / (size(name.whole) + size(wholes[0]))
      END AS score
    ORDER BY score DESC, COUNT { (node)-[{madeBy: 'AigcAtlas'}]-() } DESC, node.id
    LIMIT 10
    RETURN {entity: node, score: score}
  } AS candidates
