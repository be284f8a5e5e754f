// Purpose: the indexes that exist, with their definitions and whether they could be built.
// Parameters: none.
// Columns: name, type, entityType, labelsOrTypes, properties, options, state, owningConstraint.
SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, options, state, owningConstraint
