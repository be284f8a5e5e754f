// purpose: give relations exactly these properties
// parameters: rows (key: element id, properties)
// columns: none
// index: element ids
UNWIND $rows AS row
MATCH ()-[relation]->()
WHERE elementId(relation) = row.key
SET relation = row.properties
