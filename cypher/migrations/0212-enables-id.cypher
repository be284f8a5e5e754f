// purpose: no two ENABLES relations share an id, and an id leads to its relation at once
// parameters: none
// columns: none
CREATE CONSTRAINT enables_id IF NOT EXISTS
FOR ()-[r:ENABLES]-()
REQUIRE r.id IS UNIQUE
