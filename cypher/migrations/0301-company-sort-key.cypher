// Purpose: companies are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX company_sort_key IF NOT EXISTS
FOR (n:Company)
ON (n.sortKey)
