// Purpose: tools are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX tool_name_key IF NOT EXISTS
FOR (n:Tool)
ON (n.nameKey)
