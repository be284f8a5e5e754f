// Purpose: no two industries share a slug, and a slug leads to its industry at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT industry_slug IF NOT EXISTS
FOR (n:Industry)
REQUIRE n.slug IS UNIQUE
