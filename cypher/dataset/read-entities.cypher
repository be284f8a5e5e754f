// Purpose: read the labels and ids of at most 1,000 of our entities, in the form of read-nodes.
// Parameters: none.
// Columns: key, labels, properties (only the id), types (a list of [name, type]).
// Index: node label lookup.
MATCH (node:Entity&AigcAtlas)
WITH node
LIMIT 1000
RETURN
  elementId(node) AS key,
  labels(node) AS labels,
  node {.id} AS properties,
  [['id', valueType(node.id)]] AS types
