// purpose: stages are listed in their default order without sorting
// parameters: none
// columns: none
CREATE INDEX stage_sort_key IF NOT EXISTS
FOR (n:Stage)
ON (n.sortKey)
