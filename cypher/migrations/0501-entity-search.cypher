// Purpose: entities are found by words of their names and summaries, and by parts of Chinese ones.
// Parameters: none.
// Columns: none.
// The properties hold terms that the loader has folded and cut already, so the analyzer only parts them at spaces:
// `cjk` drops English stop words and single characters, `standard-folding` cuts Chinese into single characters, and
// neither holds `DALL·E` and `dalle` for the same.
CREATE FULLTEXT INDEX entity_search IF NOT EXISTS
FOR (n:Entity)
ON EACH [n.searchWholes, n.searchWords, n.searchSummary]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}}
