// Purpose: no two tools share a slug, and a slug leads to its tool at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT tool_slug IF NOT EXISTS
FOR (n:Tool)
REQUIRE n.slug IS UNIQUE
