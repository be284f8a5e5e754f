// Purpose: add entities.
// Parameters: $rows (labels, properties).
// Columns: none.
UNWIND $rows AS row
CREATE (node)
SET node = row.properties, node:$(row.labels)
