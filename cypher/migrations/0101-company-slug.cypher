// Purpose: no two companies share a slug, and a slug leads to its company at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT company_slug IF NOT EXISTS
FOR (n:Company)
REQUIRE n.slug IS UNIQUE
