// Purpose: set the labels and replace all properties of nodes, after clear-nodes has removed old labels.
// Parameters: $rows (key: element id, labels, properties).
// Columns: none.
// Index: element ids.
UNWIND $rows AS row
MATCH (node)
WHERE elementId(node) = row.key
SET node = row.properties, node:$(row.labels)
