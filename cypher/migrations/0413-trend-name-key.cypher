// Purpose: trends are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX trend_name_key IF NOT EXISTS
FOR (n:Trend)
ON (n.nameKey)
