// Purpose: find entities by words, best match first. The integer part of the score is the kind of match: exact name
//   (7), exact alias (6), prefix of a name (5), prefix of an alias (4), a name with all words (3), names with a typing
//   error or with the words spread over several names (2), a summary (1), a name that is part of the text (0). The
//   fraction grows with the share that the match covers; ties are sorted by id. The score depends only on the entity
//   and the text, so that cursors stay valid when entities are added or removed.
// Parameters: $named, $mentioned, $partial (Lucene queries on names, on names or summaries, on names that are part of
//   the text); $whole (the text without spaces); $parts (substrings of a name with all words); $contained (names that
//   are part of the text); $across (substring that spans words of a name, or null); $types (labels, null for all);
//   $afterScore, $afterId (of a cursor, or null).
// Columns: finds (list of maps of entity and score), rest (those of them after the cursor).
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
