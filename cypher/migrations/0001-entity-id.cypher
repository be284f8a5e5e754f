// Purpose: no two entities share an id, and an id leads to its entity at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT entity_id IF NOT EXISTS
FOR (n:Entity)
REQUIRE n.id IS UNIQUE
