// Purpose: no two EMERGED_IN relations share an id, and an id leads to its relation at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT emerged_in_id IF NOT EXISTS
FOR ()-[r:EMERGED_IN]-()
REQUIRE r.id IS UNIQUE
