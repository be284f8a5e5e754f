// purpose: tiers are found by a part of a name or alias
// parameters: none
// columns: none
CREATE TEXT INDEX tier_name_key IF NOT EXISTS
FOR (n:Tier)
ON (n.nameKey)
