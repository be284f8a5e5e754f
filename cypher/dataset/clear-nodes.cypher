// Purpose: remove all properties of the nodes to rewrite, so that two of them can swap a unique value.
// Parameters: $rows (key: element id, labels: the labels it must lose).
// Columns: none.
// Index: element ids.
UNWIND $rows AS row
MATCH (node)
WHERE elementId(node) = row.key
SET node = {}
REMOVE node:$(row.labels)
