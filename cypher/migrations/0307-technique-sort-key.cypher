// purpose: techniques are listed in their default order without sorting
// parameters: none
// columns: none
CREATE INDEX technique_sort_key IF NOT EXISTS
FOR (n:Technique)
ON (n.sortKey)
