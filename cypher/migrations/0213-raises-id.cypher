// Purpose: no two RAISES relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT raises_id IF NOT EXISTS
FOR ()-[r:RAISES]-()
REQUIRE r.id IS UNIQUE
