// Purpose: read all our nodes, with the type of each property.
// Parameters: $adopted (element ids of additional nodes to treat as ours).
// Columns: key, labels, properties, types (a list of [name, type]).
// Index: node label lookup; element ids.
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
