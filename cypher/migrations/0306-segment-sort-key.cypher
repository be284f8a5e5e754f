// purpose: segments are listed in their default order without sorting
// parameters: none
// columns: none
CREATE INDEX segment_sort_key IF NOT EXISTS
FOR (n:Segment)
ON (n.sortKey)
