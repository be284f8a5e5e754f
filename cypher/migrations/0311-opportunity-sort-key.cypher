// Purpose: opportunities are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX opportunity_sort_key IF NOT EXISTS
FOR (n:Opportunity)
ON (n.sortKey)
