// Purpose: segments are found by a part of a name or alias.
// Parameters: none.
// Columns: none.
CREATE TEXT INDEX segment_name_key IF NOT EXISTS
FOR (n:Segment)
ON (n.nameKey)
