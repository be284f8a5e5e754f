// purpose: stages are found by a part of a name or alias
// parameters: none
// columns: none
CREATE TEXT INDEX stage_name_key IF NOT EXISTS
FOR (n:Stage)
ON (n.nameKey)
