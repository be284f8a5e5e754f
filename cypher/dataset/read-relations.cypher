// Purpose: every relation between nodes of ours as it stands, with the type of each of its properties.
// Parameters: none.
// Columns: key, type, from, to, properties, types (a list of [name, type]).
// Index: the lookup of nodes by label.
MATCH (from:Entity|Dataset)-[relation]->(to:Entity|Dataset)
RETURN
  elementId(relation) AS key,
  type(relation) AS type,
  elementId(from) AS from,
  elementId(to) AS to,
  properties(relation) AS properties,
  [name IN keys(relation) | [name, valueType(relation[name])]] AS types
