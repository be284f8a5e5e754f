// Purpose: give nodes exactly these labels (after clear-nodes) and properties.
// Parameters: $rows (key: element id, labels, properties).
// Columns: none.
// Index: element ids.
UNWIND $rows AS row
MATCH (node)
WHERE elementId(node) = row.key
SET node = row.properties, node:$(row.labels)
