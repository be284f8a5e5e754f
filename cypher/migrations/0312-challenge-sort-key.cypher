// purpose: challenges are listed in their default order without sorting
// parameters: none
// columns: none
CREATE INDEX challenge_sort_key IF NOT EXISTS
FOR (n:Challenge)
ON (n.sortKey)
