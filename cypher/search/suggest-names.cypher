// Purpose: complete what is being typed to a name or alias: the very one first, then those that begin so, then those
//   of which a later word does; among these the shorter first, then the entity with more relations.
// Parameters: $beginning (Lucene query); $whole (what is typed, as one); $parts (what a name with a later word
//   contains); $types (labels, null for all); $first (how many).
// Columns: entity (node), text (the name or alias), hints (names of at most two entities it belongs to), place (0 for the best).
// Index: entity_search.
CALL db.index.fulltext.queryNodes('entity_search', $beginning) YIELD node
WHERE node:AigcAtlas AND ($types IS NULL OR split(node.id, ':')[0] IN $types)
WITH node, [node.name, coalesce(node.nameZh, node.name)] + coalesce(node.aliases, []) AS texts, node.searchNames AS forms
WITH node, [i IN range(0, size(forms) - 1) | {
    text: texts[i],
    size: size(replace(forms[i], ' ', '')),
    rank: CASE
      WHEN replace(forms[i], ' ', '') = $whole THEN 0
      WHEN replace(forms[i], ' ', '') STARTS WITH $whole THEN 1
      WHEN all(part IN $parts WHERE ' ' + forms[i] CONTAINS part) THEN 2
    END
  }] AS names
WITH node, reduce(best = null, name IN [name IN names WHERE name.rank IS NOT NULL] | CASE
    WHEN best IS NULL OR name.rank < best.rank OR name.rank = best.rank AND name.size < best.size THEN name
    ELSE best
  END) AS name
WHERE name IS NOT NULL
ORDER BY name.rank, name.size, COUNT { (node)-[{madeBy: 'AigcAtlas'}]-() } DESC, node.id
LIMIT $first
WITH collect({entity: node, text: name.text}) AS found
UNWIND range(0, size(found) - 1) AS place
WITH place, found[place].entity AS entity, found[place].text AS text
RETURN entity, text, place,
  COLLECT {
    CALL (entity) {
      MATCH (entity)-[r:BELONGS_TO|LOCATED_IN|PART_OF|MEASURES|EMERGED_IN]->(owner)
      RETURN r, owner
      UNION ALL
      MATCH (entity)<-[r:DEVELOPS|RAISES]-(owner)
      RETURN r, owner
    }
    WITH r, owner, ['BELONGS_TO', 'DEVELOPS', 'LOCATED_IN', 'PART_OF', 'MEASURES', 'RAISES', 'EMERGED_IN'] AS types
    WHERE r.madeBy = 'AigcAtlas' AND r.status <> 'REFUTED'
    WITH reduce(at = 0, i IN range(0, size(types) - 1) | CASE WHEN types[i] = type(r) THEN i ELSE at END) AS rank, owner
    ORDER BY rank, owner.sortKey
    WITH rank, head(collect(owner.name)) AS hint
    ORDER BY rank
    LIMIT 2
    RETURN hint
  } AS hints
