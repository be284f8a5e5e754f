// Purpose: stages are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX stage_sort_key IF NOT EXISTS
FOR (n:Stage)
ON (n.sortKey)
