// Purpose: no two stages share a slug, and a slug leads to its stage at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT stage_slug IF NOT EXISTS
FOR (n:Stage)
REQUIRE n.slug IS UNIQUE
