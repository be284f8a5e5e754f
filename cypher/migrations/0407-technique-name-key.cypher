// Purpose: techniques are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX technique_name_key IF NOT EXISTS
FOR (n:Technique)
ON (n.nameKey)
