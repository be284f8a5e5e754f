// Purpose: challenges are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX challenge_name_key IF NOT EXISTS
FOR (n:Challenge)
ON (n.nameKey)
