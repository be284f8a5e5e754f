// Purpose: no two segments share a slug, and a slug leads to its segment at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT segment_slug IF NOT EXISTS
FOR (n:Segment)
REQUIRE n.slug IS UNIQUE
