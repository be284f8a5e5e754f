// Purpose: no two trends share a slug, and a slug leads to its trend at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT trend_slug IF NOT EXISTS
FOR (n:Trend)
REQUIRE n.slug IS UNIQUE
