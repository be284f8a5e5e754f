// Purpose: store the names of our constraints and indexes, so that a later load can change and drop them.
// Parameters: $names.
// Columns: none.
// Index: constraint dataset_id.
MERGE (dataset:Dataset {id: 'Dataset'})
ON CREATE SET dataset:AigcAtlas
SET dataset.schemaNames = $names
