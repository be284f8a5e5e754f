// purpose: remove nodes, with whatever is still tied to them
// parameters: keys (element ids)
// columns: none
// index: element ids
UNWIND $keys AS key
MATCH (node)
WHERE elementId(node) = key
DETACH DELETE node
