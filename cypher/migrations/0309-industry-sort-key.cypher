// Purpose: industries are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX industry_sort_key IF NOT EXISTS
FOR (n:Industry)
ON (n.sortKey)
