// purpose: no two USES relations share an id, and an id leads to its relation at once
// parameters: none
// columns: none
CREATE CONSTRAINT uses_id IF NOT EXISTS
FOR ()-[r:USES]-()
REQUIRE r.id IS UNIQUE
