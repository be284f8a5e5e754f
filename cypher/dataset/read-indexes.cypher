// purpose: the names of the indexes that stand
// parameters: none
// columns: name
SHOW INDEXES YIELD name
