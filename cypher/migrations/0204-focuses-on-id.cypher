// Purpose: no two FOCUSES_ON relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT focuses_on_id IF NOT EXISTS
FOR ()-[r:FOCUSES_ON]-()
REQUIRE r.id IS UNIQUE
