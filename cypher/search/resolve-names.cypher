// Purpose: look up names: entities with exactly this name (score above 8) or alias (above 7), or, if there are none,
//   with one typing error in a name, but the same digits: GPT-4 is not GPT-5 (above 3); best match first, then by
//   number of relations and id.
// Parameters: $wanted (list of maps with whole, the name without spaces, its digits, and the Lucene queries exact and
//   near).
// Columns: candidates (list of maps of entity and score, at most 10), place (index of the name in the list).
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
    AND any(form IN node.searchNames WHERE [c IN split(form, '') WHERE '0' <= c <= '9'] = name.digits)
  RETURN collect(node) AS near
}
WITH place, name, exact + near AS nodes
RETURN place, COLLECT {
    UNWIND nodes AS node
    WITH node, [form IN node.searchNames | replace(form, ' ', '')] AS wholes
    WITH node, CASE
        WHEN name.whole IN wholes[.. 2] THEN 8.5
        WHEN name.whole IN wholes THEN 7.5
        ELSE 3.0 + toFloat(size(name.whole)) / (size(name.whole) + size(wholes[0]))
      END AS score
    ORDER BY score DESC, COUNT { (node)-[{heldBy: 'AigcAtlas'}]-() } DESC, node.id
    LIMIT 10
    RETURN {entity: node, score: score}
  } AS candidates
