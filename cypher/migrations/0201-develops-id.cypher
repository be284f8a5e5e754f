// Purpose: no two DEVELOPS relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT develops_id IF NOT EXISTS
FOR ()-[r:DEVELOPS]-()
REQUIRE r.id IS UNIQUE
