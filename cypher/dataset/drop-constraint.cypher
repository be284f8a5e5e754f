// Purpose: drop a constraint, and the index that belongs to it.
// Parameters: $name.
// Columns: none.
DROP CONSTRAINT $name IF EXISTS
