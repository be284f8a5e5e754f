// Purpose: count nodes and relations that are not ours, by labels and by type.
// Parameters: none.
// Columns: name (such as `(:Person)` or `[:OWNS]`), count.
// Index: none; reads the whole database.
CALL () {
  MATCH (node)
  WHERE NOT node:AigcAtlas
  WITH COLLECT { UNWIND labels(node) AS label RETURN label ORDER BY label } AS labels
  RETURN '(' + reduce(text = '', label IN labels | text + ':' + label) + ')' AS name
  UNION ALL
  MATCH ()-[relation]->()
  WHERE coalesce(relation.madeBy, '') <> 'AigcAtlas'
  RETURN '[:' + type(relation) + ']' AS name
}
RETURN name, count(*) AS count
ORDER BY name
