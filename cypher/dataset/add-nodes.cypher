// Purpose: add entities.
// Parameters: $rows (id, labels, properties).
// Columns: none.
// Index: constraint entity_id.
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
SET node = row.properties, node:$(row.labels)
