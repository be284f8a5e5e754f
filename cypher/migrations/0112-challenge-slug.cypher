// Purpose: no two challenges share a slug, and a slug leads to its challenge at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT challenge_slug IF NOT EXISTS
FOR (n:Challenge)
REQUIRE n.slug IS UNIQUE
