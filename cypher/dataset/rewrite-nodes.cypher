// purpose: give nodes exactly these labels (after clear-nodes) and properties
// parameters: rows (key: element id, labels, properties)
// columns: none
// index: element ids
UNWIND $rows AS row
MATCH (node)
WHERE elementId(node) = row.key
SET node = row.properties, node:$(row.labels)
