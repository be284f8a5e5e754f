// Purpose: no two PART_OF relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT part_of_id IF NOT EXISTS
FOR ()-[r:PART_OF]-()
REQUIRE r.id IS UNIQUE
