// purpose: trends are listed in their default order without sorting
// parameters: none
// columns: none
CREATE INDEX trend_sort_key IF NOT EXISTS
FOR (n:Trend)
ON (n.sortKey)
