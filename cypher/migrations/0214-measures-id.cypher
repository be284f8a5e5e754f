// Purpose: no two MEASURES relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT measures_id IF NOT EXISTS
FOR ()-[r:MEASURES]-()
REQUIRE r.id IS UNIQUE
