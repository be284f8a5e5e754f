// Purpose: no two BELONGS_TO relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT belongs_to_id IF NOT EXISTS
FOR ()-[r:BELONGS_TO]-()
REQUIRE r.id IS UNIQUE
