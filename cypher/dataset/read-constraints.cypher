// Purpose: list all constraints with their definitions.
// Parameters: none.
// Columns: name, type, entityType, labelsOrTypes, properties.
SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties
