// purpose: trends are found by a part of a name or alias
// parameters: none
// columns: none
CREATE TEXT INDEX trend_name_key IF NOT EXISTS
FOR (n:Trend)
ON (n.nameKey)
