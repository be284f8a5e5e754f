// Purpose: stages are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX stage_name_key IF NOT EXISTS
FOR (n:Stage)
ON (n.nameKey)
