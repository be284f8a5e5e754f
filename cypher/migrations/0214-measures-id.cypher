// purpose: no two MEASURES relations share an id, and an id leads to its relation at once
// parameters: none
// columns: none
CREATE CONSTRAINT measures_id IF NOT EXISTS
FOR ()-[r:MEASURES]-()
REQUIRE r.id IS UNIQUE
