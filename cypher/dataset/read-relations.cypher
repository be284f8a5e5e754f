// Purpose: read all our relations, with the type of each property.
// Parameters: $adopted (element ids of additional relations to treat as ours).
// Columns: key, type, from, to, properties, types (a list of [name, type]).
// Index: node label lookup; element ids.
CALL () {
  MATCH (:AigcAtlas)-[relation]->(:AigcAtlas)
  WHERE relation.madeBy = 'AigcAtlas'
  RETURN relation
  UNION ALL
  UNWIND $adopted AS key
  MATCH ()-[relation]->()
  WHERE elementId(relation) = key
  RETURN relation
}
RETURN
  elementId(relation) AS key,
  type(relation) AS type,
  elementId(startNode(relation)) AS from,
  elementId(endNode(relation)) AS to,
  properties(relation) AS properties,
  [name IN keys(relation) | [name, valueType(relation[name])]] AS types
