// Purpose: statistics are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX statistic_name_key IF NOT EXISTS
FOR (n:Statistic)
ON (n.nameKey)
