// Purpose: let one loader at a time go on: whoever comes second waits here until the first has committed.
// Parameters: none.
// Columns: none.
// Index: constraint dataset_id.
MERGE (dataset:Dataset {id: 'Dataset'})
ON CREATE SET dataset:AigcAtlas
SET dataset.lock = true
REMOVE dataset.lock
