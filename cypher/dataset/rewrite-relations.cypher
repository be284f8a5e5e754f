// Purpose: replace all properties of relations.
// Parameters: $rows (key: element id, properties).
// Columns: none.
// Index: element ids.
UNWIND $rows AS row
MATCH ()-[relation]->()
WHERE elementId(relation) = row.key
SET relation = row.properties
