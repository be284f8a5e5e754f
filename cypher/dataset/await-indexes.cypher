// Purpose: wait until every index is filled, for at most five minutes.
// Parameters: none.
// Columns: none.
CALL db.awaitIndexes(300)
