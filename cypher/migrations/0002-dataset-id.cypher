// Purpose: there is one Dataset node, however many loaders start at once.
// Parameters: none.
// Columns: none.
CREATE CONSTRAINT dataset_id IF NOT EXISTS
FOR (n:Dataset)
REQUIRE n.id IS UNIQUE
