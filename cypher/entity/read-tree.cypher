// Purpose: read entities with properties and up to two levels of lists that a request describes. All operations share
// this query, so that Neo4j plans it once: planning takes far longer than reading.
// Parameters: $batch.requests, a list of maps with i (the index in the batch), root, and the page sizes that lists name.
// The root is a map with type, id (also a former one), values (lists of properties) and lists. A list is a map with type
// (of its relation), direction (OUT, IN or ANY), label (of its items; null if the type determines it), size (the name of
// a page size), values and lists.
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
    COLLECT {
      UNWIND root.lists AS list1
      RETURN COLLECT {
        UNWIND COLLECT {
          MATCH (entity)-[relation1:$(list1.type) {heldBy: 'AigcAtlas'}]-(item1)
          WHERE
            (list1.label IS NULL OR list1.label IN labels(item1))
            AND entity = CASE list1.direction
              WHEN 'OUT' THEN startNode(relation1)
              WHEN 'IN' THEN endNode(relation1)
              ELSE entity
            END
          RETURN item1
          ORDER BY item1.sortKey
          LIMIT 100
        }[..request[list1.size]] AS node1
        RETURN [keys IN list1.values | [key IN keys | node1[key]]] +
          COLLECT {
            UNWIND list1.lists AS list2
            RETURN COLLECT {
              UNWIND COLLECT {
                MATCH (node1)-[relation2:$(list2.type) {heldBy: 'AigcAtlas'}]-(item2)
                WHERE
                  (list2.label IS NULL OR list2.label IN labels(item2))
                  AND node1 = CASE list2.direction
                    WHEN 'OUT' THEN startNode(relation2)
                    WHEN 'IN' THEN endNode(relation2)
                    ELSE node1
                  END
                RETURN item2
                ORDER BY item2.sortKey
                LIMIT 100
              }[..request[list2.size]] AS node2
              RETURN [keys IN list2.values | [key IN keys | node2[key]]]
            }
          }
      }
    } AS data
