// Purpose: add relations between entities.
// Parameters: $rows (id, type, from: id, to: id, properties).
// Columns: none.
// Index: constraint entity_id.
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
MERGE (from)-[relation:$(row.type) {id: row.id}]->(to)
SET relation = row.properties
