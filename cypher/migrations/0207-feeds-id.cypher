// Purpose: no two FEEDS relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT feeds_id IF NOT EXISTS
FOR ()-[r:FEEDS]-()
REQUIRE r.id IS UNIQUE
