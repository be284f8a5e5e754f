// Purpose: get a bookmark, which identifies the version of the data, and the hash of the loaded dataset.
// Parameters: none.
// Columns: hash; null before the first load.
// Index: Dataset.id.
OPTIONAL MATCH (dataset:Dataset&AigcAtlas {id: 'Dataset'})
RETURN dataset.hash AS hash
