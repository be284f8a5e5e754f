// Purpose: find entities by words, best match first. The integer part of the score is the kind of match: exact name
//   (8), exact alias (7), prefix of a name (6), prefix of an alias (5), a name with all words (4), a name with a typing
//   error (3), names with typing errors in words or with the words spread over several names (2), a summary (1), a name
//   that is part of the text (0). The fraction is the share of the name, summary or text that the match covers; ties
//   are sorted by id. The score depends only on the entity and the text, so that cursors stay valid when entities are
//   added or removed.
// Parameters: $searches (list of maps of a Lucene query and of the least score of its results); $whole (the text without
//   spaces); $length (of its words, a float); $parts (substrings of a name with all words); $contained (names that are
//   part of the text); $across (substring that spans words of a name, or null); $types (labels, null for all);
//   $afterScore, $afterId (of a cursor, or null).
// Columns: finds (list of maps of entity and score), rest (those of them after the cursor).
// Index: entity_search.
UNWIND $searches AS search
CALL db.index.fulltext.queryNodes('entity_search', search.query) YIELD node
WITH node, max(search.least) AS least
WHERE node:AigcAtlas AND ($types IS NULL OR split(node.id, ':')[0] IN $types)
WITH node, least, node.searchNames AS forms,
  [form IN node.searchNames | replace(form, ' ', '')] AS wholes,
  size(coalesce(node.summary, '')) + size(coalesce(node.summaryZh, '')) AS summaryLength
WITH node, least, summaryLength, wholes, [i IN range(0, size(forms) - 1) |
    CASE
      WHEN wholes[i] = $whole THEN CASE WHEN i < 2 THEN 8.0 ELSE 7.0 END
      WHEN wholes[i] STARTS WITH $whole THEN CASE WHEN i < 2 THEN 6.0 ELSE 5.0 END
      WHEN all(part IN $parts WHERE ' ' + forms[i] CONTAINS part) OR wholes[i] CONTAINS $across THEN 4.0
      WHEN least > 1.0 THEN least
    END] AS tiers
WITH node, wholes, tiers, [whole IN wholes | size(whole)] AS lengths,
  CASE WHEN least = 1.0 THEN 1.0 + $length / ($length + summaryLength) END AS summaryScore
WITH node, [summaryScore] + [i IN range(0, size(tiers) - 1) |
    CASE
      WHEN tiers[i] IS NOT NULL
        THEN tiers[i] + CASE WHEN lengths[i] < $length THEN lengths[i] ELSE $length END / ($length + lengths[i])
      WHEN wholes[i] IN $contained THEN toFloat(lengths[i]) / size($whole)
    END] AS scores
WITH node, reduce(best = 0.0, score IN scores | CASE WHEN score > best THEN score ELSE best END) AS score
WHERE score > 0.0
ORDER BY score DESC, node.id
WITH collect({entity: node, score: score}) AS finds
RETURN finds, [find IN finds WHERE $afterId IS NULL OR find.score < $afterScore
  OR find.score = $afterScore AND find.entity.id > $afterId] AS rest
