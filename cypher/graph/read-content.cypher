// Purpose: read the properties for an export of the graph, or of its part with some types.
// Parameters: $labels (entity types); $types (relation types, null for all); $limit (maximum of entities, first by id).
// Columns: content (map of nodes and links, both sorted by id, and truncated: whether more entities exist).
// Index: Entity.id; entities are read in its order, so that a limit stops the read.
CALL () {
  MATCH (node:Entity&AigcAtlas)
  WHERE node.id IS NOT NULL AND any(label IN labels(node) WHERE label IN $labels)
  WITH node
  ORDER BY node.id
  LIMIT $limit + 1
  RETURN collect(node) AS found
}
WITH found[..$limit] AS nodes, size(found) > $limit AS truncated
CALL (nodes) {
  UNWIND nodes AS node
  MATCH (node)-[relation {madeBy: 'AigcAtlas'}]->(other)
  WHERE other IN nodes AND ($types IS NULL OR type(relation) IN $types)
  WITH relation
  ORDER BY relation.id
  RETURN collect(relation) AS relations
}
RETURN {
  nodes: COLLECT {
    UNWIND nodes AS node
    RETURN {
      id: node.id,
      type: split(node.id, ':')[0],
      slug: node.slug,
      name: node.name,
      nameZh: node.nameZh,
      summary: node.summary,
      degree: COUNT { (node)-[{heldBy: 'AigcAtlas'}]-() }
    }
  },
  links: COLLECT {
    UNWIND relations AS relation
    RETURN {
      id: relation.id,
      type: type(relation),
      source: startNode(relation).id,
      target: endNode(relation).id,
      basis: relation.basis,
      status: relation.status
    }
  },
  truncated: truncated
} AS content
