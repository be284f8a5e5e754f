// Purpose: the names of the indexes that stand.
// Parameters: none.
// Columns: name.
SHOW INDEXES YIELD name
