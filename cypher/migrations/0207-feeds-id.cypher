// purpose: no two FEEDS relations share an id, and an id leads to its relation at once
// parameters: none
// columns: none
CREATE CONSTRAINT feeds_id IF NOT EXISTS
FOR ()-[r:FEEDS]-()
REQUIRE r.id IS UNIQUE
