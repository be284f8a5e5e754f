// Purpose: list all indexes with their definitions and states.
// Parameters: none.
// Columns: name, type, entityType, labelsOrTypes, properties, options, state, owningConstraint.
SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, options, state, owningConstraint
