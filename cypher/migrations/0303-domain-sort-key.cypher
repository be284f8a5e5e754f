// purpose: domains are listed in their default order without sorting
// parameters: none
// columns: none
CREATE INDEX domain_sort_key IF NOT EXISTS
FOR (n:Domain)
ON (n.sortKey)
