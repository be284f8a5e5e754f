// purpose: remove relations
// parameters: keys (element ids)
// columns: none
// index: element ids
UNWIND $keys AS key
MATCH ()-[relation]->()
WHERE elementId(relation) = key
DELETE relation
