// Purpose: get a bookmark, which identifies the version of the data, with the smallest possible read.
// Parameters: none.
// Columns: one.
// Index: none.
RETURN 1 AS one
