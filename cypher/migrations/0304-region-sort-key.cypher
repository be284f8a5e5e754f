// Purpose: regions are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX region_sort_key IF NOT EXISTS
FOR (n:Region)
ON (n.sortKey)
