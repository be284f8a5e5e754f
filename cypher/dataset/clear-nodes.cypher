// Purpose: empty the nodes about to be rewritten, so that two which must swap a unique value can.
// Parameters: $rows (key: element id, labels: the labels it must lose).
// Columns: none.
// Index: element ids.
UNWIND $rows AS row
MATCH (node)
WHERE elementId(node) = row.key
SET node = {}
REMOVE node:$(row.labels)
