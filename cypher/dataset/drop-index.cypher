// Purpose: drop an index that belongs to no constraint.
// Parameters: $name.
// Columns: none.
DROP INDEX $name IF EXISTS
