// Purpose: tiers are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX tier_sort_key IF NOT EXISTS
FOR (n:Tier)
ON (n.sortKey)
