// Purpose: read the version and hash of the loaded data, and the names of their constraints and indexes.
// Parameters: none.
// Columns: version, hash, schemaNames; no row before the first load.
// Index: Dataset.id.
MATCH (dataset:Dataset&AigcAtlas {id: 'Dataset'})
RETURN dataset.version AS version, dataset.hash AS hash, dataset.schemaNames AS schemaNames
