// Purpose: wait until all indexes are online, for at most five minutes.
// Parameters: none.
// Columns: none.
CALL db.awaitIndexes(300)
