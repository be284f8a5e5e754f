// purpose: no two stages share a slug, and a slug leads to its stage at once
// parameters: none
// columns: none
CREATE CONSTRAINT stage_slug IF NOT EXISTS
FOR (n:Stage)
REQUIRE n.slug IS UNIQUE
