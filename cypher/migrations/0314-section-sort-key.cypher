// purpose: sections are listed in their default order without sorting
// parameters: none
// columns: none
CREATE INDEX section_sort_key IF NOT EXISTS
FOR (n:Section)
ON (n.sortKey)
