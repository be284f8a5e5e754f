// Purpose: regions are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX region_name_key IF NOT EXISTS
FOR (n:Region)
ON (n.nameKey)
