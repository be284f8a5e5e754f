// Purpose: domains are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX domain_sort_key IF NOT EXISTS
FOR (n:Domain)
ON (n.sortKey)
