// Purpose: industries are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX industry_name_key IF NOT EXISTS
FOR (n:Industry)
ON (n.nameKey)
