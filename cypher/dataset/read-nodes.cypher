// Purpose: every node of ours as it stands, with the type of each of its properties.
// Parameters: none.
// Columns: key, labels, properties, types (a list of [name, type]).
// Index: the lookup of nodes by label.
MATCH (node:Entity|Dataset)
RETURN
  elementId(node) AS key,
  labels(node) AS labels,
  properties(node) AS properties,
  [name IN keys(node) | [name, valueType(node[name])]] AS types
