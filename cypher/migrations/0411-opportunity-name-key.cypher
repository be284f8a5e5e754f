// Purpose: opportunities are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX opportunity_name_key IF NOT EXISTS
FOR (n:Opportunity)
ON (n.nameKey)
