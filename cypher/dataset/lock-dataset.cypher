// Purpose: lock the dataset: a second loader waits here until the first one has committed.
// Parameters: none.
// Columns: none.
// Index: constraint dataset_id.
MERGE (dataset:Dataset {id: 'Dataset'})
ON CREATE SET dataset:AigcAtlas
SET dataset.lock = true
REMOVE dataset.lock
