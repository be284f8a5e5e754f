// Purpose: read entities with properties and up to two levels of lists that a request describes. All operations share
// this query, so that Neo4j plans it once: planning takes far longer than reading.
// Parameters: $batch.requests, a list of maps with i (the index in the batch), root, and the page sizes that lists name.
// The root is a map with type, id (also a former one), values (lists of properties) and lists. A list is a map with type
// (of its relation), direction (OUT, IN or ANY), label (of its items), size (the name of a page size), values and lists.
// Columns: i; data, a row. A row is a list of its values, each the list of its properties, followed by its lists of rows.
// Index: Entity.id, FormerEntity.id.
UNWIND $batch.requests AS request
WITH
  request,
  request.root AS root,
  coalesce(COLLECT {
    MATCH (former:FormerEntity&AigcAtlas {id: request.root.id})
    RETURN former.currentId
  }[0], request.root.id) AS id
MATCH (entity:Entity&AigcAtlas {id: id})
WHERE root.type IN labels(entity)
RETURN
  request.i AS i,
  [keys IN root.values | [key IN keys | entity[key]]] +
    [list1 IN root.lists | [node1 IN COLLECT {
      MATCH (entity)-[relation1:$(list1.type) {heldBy: 'AigcAtlas'}]-(item1:$(list1.label))
      WHERE entity = CASE list1.direction
        WHEN 'OUT' THEN startNode(relation1)
        WHEN 'IN' THEN endNode(relation1)
        ELSE entity
      END
      RETURN item1
      ORDER BY item1.sortKey
      LIMIT 100
    }[..request[list1.size]] |
      [keys IN list1.values | [key IN keys | node1[key]]] +
        [list2 IN list1.lists | [node2 IN COLLECT {
          MATCH (node1)-[relation2:$(list2.type) {heldBy: 'AigcAtlas'}]-(item2:$(list2.label))
          WHERE node1 = CASE list2.direction
            WHEN 'OUT' THEN startNode(relation2)
            WHEN 'IN' THEN endNode(relation2)
            ELSE node1
          END
          RETURN item2
          ORDER BY item2.sortKey
          LIMIT 100
        }[..request[list2.size]] |
          [keys IN list2.values | [key IN keys | node2[key]]]
        ]]
    ]] AS data
