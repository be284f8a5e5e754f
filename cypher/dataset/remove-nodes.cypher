// Purpose: delete nodes; fails if one still has a relation that is not ours.
// Parameters: $keys (element ids).
// Columns: none.
// Index: element ids.
UNWIND $keys AS key
MATCH (node)
WHERE elementId(node) = key
DELETE node
