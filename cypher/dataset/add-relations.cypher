// Purpose: add relations between entities.
// Parameters: $rows (type, from: id, to: id, properties).
// Columns: none.
// Index: constraint entity_id.
UNWIND $rows AS row
MATCH (from:Entity&AigcAtlas {id: row.from})
MATCH (to:Entity&AigcAtlas {id: row.to})
CREATE (from)-[relation:$(row.type)]->(to)
SET relation = row.properties
