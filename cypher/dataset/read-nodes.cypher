// Purpose: every node of ours as it stands, with the type of each of its properties.
// Parameters: $adopted (element ids of further nodes that count as ours).
// Columns: key, labels, properties, types (a list of [name, type]).
// Index: the lookup of nodes by label; element ids.
CALL () {
  MATCH (node:AigcAtlas)
  RETURN node
  UNION ALL
  UNWIND $adopted AS key
  MATCH (node)
  WHERE elementId(node) = key
  RETURN node
}
RETURN
  elementId(node) AS key,
  labels(node) AS labels,
  properties(node) AS properties,
  [name IN keys(node) | [name, valueType(node[name])]] AS types
