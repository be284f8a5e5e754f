// Purpose: companies are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX company_name_key IF NOT EXISTS
FOR (n:Company)
ON (n.nameKey)
