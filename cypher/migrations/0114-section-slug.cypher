// Purpose: no two sections share a slug, and a slug leads to its section at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT section_slug IF NOT EXISTS
FOR (n:Section)
REQUIRE n.slug IS UNIQUE
