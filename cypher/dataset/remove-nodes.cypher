// Purpose: remove nodes; fails where a relation of somebody else is tied to one.
// Parameters: $keys (element ids).
// Columns: none.
// Index: element ids.
UNWIND $keys AS key
MATCH (node)
WHERE elementId(node) = key
DELETE node
