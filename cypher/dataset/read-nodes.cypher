// purpose: every node of ours as it stands, with the type of each of its properties
// parameters: none
// columns: key, labels, properties, types (a list of [name, type])
// index: the lookup of nodes by label
MATCH (node:Entity|Dataset)
RETURN
  elementId(node) AS key,
  labels(node) AS labels,
  properties(node) AS properties,
  [name IN keys(node) | [name, valueType(node[name])]] AS types
