// purpose: opportunities are listed in their default order without sorting
// parameters: none
// columns: none
CREATE INDEX opportunity_sort_key IF NOT EXISTS
FOR (n:Opportunity)
ON (n.sortKey)
