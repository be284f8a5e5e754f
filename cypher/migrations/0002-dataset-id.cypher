// purpose: there is one Dataset node, however many loaders start at once
// parameters: none
// columns: none
CREATE CONSTRAINT dataset_id IF NOT EXISTS
FOR (n:Dataset)
REQUIRE n.id IS UNIQUE
