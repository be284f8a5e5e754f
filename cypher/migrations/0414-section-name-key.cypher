// Purpose: sections are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX section_name_key IF NOT EXISTS
FOR (n:Section)
ON (n.nameKey)
