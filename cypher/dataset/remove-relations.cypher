// Purpose: delete relations by their element ids.
// Parameters: $keys (element ids).
// Columns: none.
// Index: element ids.
UNWIND $keys AS key
MATCH ()-[relation]->()
WHERE elementId(relation) = key
DELETE relation
