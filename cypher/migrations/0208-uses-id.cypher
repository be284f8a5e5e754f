// Purpose: no two USES relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT uses_id IF NOT EXISTS
FOR ()-[r:USES]-()
REQUIRE r.id IS UNIQUE
