// Purpose: sections are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX section_sort_key IF NOT EXISTS
FOR (n:Section)
ON (n.sortKey)
