// Purpose: read the version and hash of the loaded data.
// Parameters: none.
// Columns: version, hash; no row before the first load.
// Index: Dataset.id.
MATCH (dataset:Dataset&AigcAtlas {id: 'Dataset'})
RETURN dataset.version AS version, dataset.hash AS hash
