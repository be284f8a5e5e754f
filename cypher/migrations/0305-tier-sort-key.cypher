// purpose: tiers are listed in their default order without sorting
// parameters: none
// columns: none
CREATE INDEX tier_sort_key IF NOT EXISTS
FOR (n:Tier)
ON (n.sortKey)
