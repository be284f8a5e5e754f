// Purpose: techniques are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX technique_sort_key IF NOT EXISTS
FOR (n:Technique)
ON (n.sortKey)
