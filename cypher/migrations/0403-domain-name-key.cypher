// Purpose: domains are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX domain_name_key IF NOT EXISTS
FOR (n:Domain)
ON (n.nameKey)
