// Purpose: no two APPLIES_TO relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT applies_to_id IF NOT EXISTS
FOR ()-[r:APPLIES_TO]-()
REQUIRE r.id IS UNIQUE
