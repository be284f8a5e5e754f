// purpose: add entities
// parameters: rows (id, labels, properties)
// columns: none
// index: constraint entity_id
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
SET node = row.properties, node:$(row.labels)
