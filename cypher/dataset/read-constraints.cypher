// purpose: the names of the constraints that stand
// parameters: none
// columns: name
SHOW CONSTRAINTS YIELD name
