// Purpose: find entities by words, best first. An exact name (7) comes before an exact alias (6), a name that begins
//   so (5), an alias that does (4), a name with every word (3), names with a typing error or with the words spread over
//   several (2), a summary (1), and a name that stands within the words, other words left over (0); among equals the
//   one of which more is covered, or which covers more, then by id. A score depends on the entity and the words alone,
//   so that a cursor means the same whatever is added or removed.
// Parameters: $named, $mentioned, $partial (Lucene queries on names, on names or summaries, on names within the words);
//   $whole (the words as one); $parts (what a name with every word contains); $contained (names within the words);
//   $across (what a name contains across its words, or null); $types (labels, null for all); $afterScore, $afterId (of
//   a cursor, or null).
// Columns: finds (list of maps of entity and score), rest (those of them that lie after the cursor).
// Index: entity_search.
UNWIND [{query: $named, least: 2.0}, {query: $mentioned, least: 1.0}, {query: $partial, least: 0.0}] AS search
CALL db.index.fulltext.queryNodes('entity_search', search.query) YIELD node
WITH node, max(search.least) AS least
WHERE node:AigcAtlas AND ($types IS NULL OR split(node.id, ':')[0] IN $types)
WITH node, least, node.searchNames AS forms,
  [form IN node.searchNames | replace(form, ' ', '')] AS wholes,
  size(coalesce(node.summary, '')) + size(coalesce(node.summaryZh, '')) AS summarySize
WITH node, least, wholes, [i IN range(0, size(forms) - 1) |
    CASE
      WHEN wholes[i] = $whole THEN CASE WHEN i < 2 THEN 7.0 ELSE 6.0 END
      WHEN wholes[i] STARTS WITH $whole THEN CASE WHEN i < 2 THEN 5.0 ELSE 4.0 END
      WHEN all(part IN $parts WHERE ' ' + forms[i] CONTAINS part) OR wholes[i] CONTAINS $across THEN 3.0
    END] AS tiers,
  toFloat(size($whole)) / (size($whole) + CASE least WHEN 2.0 THEN size(wholes[0]) ELSE summarySize END) AS covered
WITH node, [CASE WHEN least > 0.0 THEN least + covered END] + [i IN range(0, size(tiers) - 1) |
    CASE
      WHEN tiers[i] IS NOT NULL THEN tiers[i] + toFloat(size($whole)) / (size($whole) + size(wholes[i]))
      WHEN wholes[i] IN $contained THEN toFloat(size(wholes[i])) / size($whole)
    END] AS scores
WITH node, reduce(best = 0.0, score IN scores | CASE WHEN score > best THEN score ELSE best END) AS score
WHERE score > 0.0
ORDER BY score DESC, node.id
WITH collect({entity: node, score: score}) AS finds
RETURN finds, [find IN finds WHERE $afterId IS NULL OR find.score < $afterScore
  OR find.score = $afterScore AND find.entity.id > $afterId] AS rest
