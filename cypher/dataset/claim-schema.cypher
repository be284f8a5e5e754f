// Purpose: note the names of the constraints and indexes that are ours, so that a later load may change and drop them.
// Parameters: $names.
// Columns: none.
// Index: constraint dataset_id.
MERGE (dataset:Dataset {id: 'Dataset'})
ON CREATE SET dataset:AigcAtlas
SET dataset.schemaNames = $names
