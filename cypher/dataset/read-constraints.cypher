// Purpose: the names of the constraints that stand.
// Parameters: none.
// Columns: name.
SHOW CONSTRAINTS YIELD name
