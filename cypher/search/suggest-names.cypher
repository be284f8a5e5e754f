// Purpose: complete a typed text to names and aliases: exact matches first, then those that start with the text, then
//   those with a later word that does; within each group shorter names first, then entities with more relations.
// Parameters: $beginning (Lucene query); $whole (the typed text without spaces); $parts (substrings of a name with a
//   matching later word); $types (labels, null for all); $first (maximum number of rows);
//   $hints (by label: the relation types `out` and `in` to what an entity belongs to, and all of them as `ranks`).
// Columns: entity (node), text (the name or alias), hints (names of at most two entities that it belongs to),
//   place (rank, from 0).
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
ORDER BY name.rank, name.size, COUNT { (node)-[{heldBy: 'AigcAtlas'}]-() } DESC, node.id
LIMIT $first
WITH collect({entity: node, text: name.text}) AS found
UNWIND range(0, size(found) - 1) AS place
WITH place, found[place].entity AS entity, found[place].text AS text
RETURN entity, text, place,
  COLLECT {
    WITH entity, $hints[split(entity.id, ':')[0]] AS hint
    CALL (entity, hint) {
      WITH * WHERE size(hint.out) > 0
      MATCH (entity)-[r {heldBy: 'AigcAtlas'}]->(owner)
      WHERE type(r) IN hint.out
      RETURN r, owner
      UNION ALL
      WITH * WHERE size(hint.in) > 0
      MATCH (entity)<-[r {heldBy: 'AigcAtlas'}]-(owner)
      WHERE type(r) IN hint.in
      RETURN r, owner
    }
    WITH owner, reduce(at = 0, i IN range(0, size(hint.ranks) - 1) | CASE
        WHEN hint.ranks[i] = type(r) THEN i
        ELSE at
      END) AS rank
    ORDER BY rank, owner.sortKey
    WITH rank, head(collect(owner.name)) AS hint
    ORDER BY rank
    LIMIT 2
    RETURN hint
  } AS hints
