// Purpose: segments are listed in their default order without sorting.
// Parameters: none.
// Columns: none.
CREATE INDEX segment_sort_key IF NOT EXISTS
FOR (n:Segment)
ON (n.sortKey)
