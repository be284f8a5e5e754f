// Purpose: no two opportunities share a slug, and a slug leads to its opportunity at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT opportunity_slug IF NOT EXISTS
FOR (n:Opportunity)
REQUIRE n.slug IS UNIQUE
