// Purpose: no two LOCATED_IN relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT located_in_id IF NOT EXISTS
FOR ()-[r:LOCATED_IN]-()
REQUIRE r.id IS UNIQUE
