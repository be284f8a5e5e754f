// Purpose: no two statistics share a slug, and a slug leads to its statistic at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT statistic_slug IF NOT EXISTS
FOR (n:Statistic)
REQUIRE n.slug IS UNIQUE
