// Purpose: challenges are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX challenge_sort_key IF NOT EXISTS
FOR (n:Challenge)
ON (n.sortKey)
