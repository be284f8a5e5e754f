// Purpose: read the labels and ids of our entities, in the form of read-nodes.
// Parameters: none.
// Columns: key, labels, properties (only the id), types (a list of [name, type]).
// Index: node label lookup.
MATCH (node:Entity&AigcAtlas)
RETURN
  elementId(node) AS key,
  labels(node) AS labels,
  node {.id} AS properties,
  [['id', valueType(node.id)]] AS types
