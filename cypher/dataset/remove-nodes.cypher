// Purpose: remove nodes, with whatever is still tied to them.
// Parameters: $keys (element ids).
// Columns: none.
// Index: element ids.
UNWIND $keys AS key
MATCH (node)
WHERE elementId(node) = key
DETACH DELETE node
