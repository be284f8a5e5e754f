// Purpose: no two techniques share a slug, and a slug leads to its technique at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT technique_slug IF NOT EXISTS
FOR (n:Technique)
REQUIRE n.slug IS UNIQUE
