// Purpose: show the version of the data, which the bookmark of any read is; this is the smallest read there is.
// Parameters: none.
// Columns: one.
// Index: none.
RETURN 1 AS one
