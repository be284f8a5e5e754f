// Purpose: read the version of the loaded data, the hashes of their graph and files, and the names of their constraints and indexes.
// Parameters: none.
// Columns: version, hash, filesHash, schemaNames; no row before the first load.
// Index: Dataset.id.
MATCH (dataset:Dataset&AigcAtlas {id: 'Dataset'})
RETURN
  dataset.version AS version,
  dataset.hash AS hash,
  dataset.filesHash AS filesHash,
  dataset.schemaNames AS schemaNames
