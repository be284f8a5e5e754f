// Purpose: no two ENABLES relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT enables_id IF NOT EXISTS
FOR ()-[r:ENABLES]-()
REQUIRE r.id IS UNIQUE
