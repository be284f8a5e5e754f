// Purpose: no two regions share a slug, and a slug leads to its region at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT region_slug IF NOT EXISTS
FOR (n:Region)
REQUIRE n.slug IS UNIQUE
