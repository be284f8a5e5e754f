// purpose: wait until every index is filled, for at most five minutes
// parameters: none
// columns: none
CALL db.awaitIndexes(300)
