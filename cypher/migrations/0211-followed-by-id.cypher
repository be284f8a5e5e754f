// Purpose: no two FOLLOWED_BY relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT followed_by_id IF NOT EXISTS
FOR ()-[r:FOLLOWED_BY]-()
REQUIRE r.id IS UNIQUE
