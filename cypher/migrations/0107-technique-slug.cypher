// purpose: no two techniques share a slug, and a slug leads to its technique at once
// parameters: none
// columns: none
CREATE CONSTRAINT technique_slug IF NOT EXISTS
FOR (n:Technique)
REQUIRE n.slug IS UNIQUE
