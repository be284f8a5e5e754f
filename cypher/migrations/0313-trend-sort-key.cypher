// Purpose: trends are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX trend_sort_key IF NOT EXISTS
FOR (n:Trend)
ON (n.sortKey)
