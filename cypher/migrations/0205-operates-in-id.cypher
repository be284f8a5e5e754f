// purpose: no two OPERATES_IN relations share an id, and an id leads to its relation at once
// parameters: none
// columns: none
CREATE CONSTRAINT operates_in_id IF NOT EXISTS
FOR ()-[r:OPERATES_IN]-()
REQUIRE r.id IS UNIQUE
