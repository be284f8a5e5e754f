// Purpose: no two OPERATES_IN relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT operates_in_id IF NOT EXISTS
FOR ()-[r:OPERATES_IN]-()
REQUIRE r.id IS UNIQUE
