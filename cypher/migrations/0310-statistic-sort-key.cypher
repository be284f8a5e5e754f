// Purpose: statistics are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX statistic_sort_key IF NOT EXISTS
FOR (n:Statistic)
ON (n.sortKey)
