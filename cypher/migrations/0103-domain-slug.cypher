// Purpose: no two domains share a slug, and a slug leads to its domain at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT domain_slug IF NOT EXISTS
FOR (n:Domain)
REQUIRE n.slug IS UNIQUE
