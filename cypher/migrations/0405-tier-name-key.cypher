// Purpose: tiers are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX tier_name_key IF NOT EXISTS
FOR (n:Tier)
ON (n.nameKey)
