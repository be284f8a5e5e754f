// Purpose: no two tiers share a slug, and a slug leads to its tier at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT tier_slug IF NOT EXISTS
FOR (n:Tier)
REQUIRE n.slug IS UNIQUE
