// Purpose: tools are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX tool_sort_key IF NOT EXISTS
FOR (n:Tool)
ON (n.sortKey)
