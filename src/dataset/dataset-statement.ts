import type { Model } from '../model/model.js';
import type { Statement } from '../neo4j/database.js';
import { atlasLabel } from '../shared/atlas-label.js';

/**
 * Builds the statement that reads the loaded dataset as one row with the column `data`: a DatasetRow. Types are counted
 * by literal labels, because Neo4j 5 scans all nodes to match a label passed as a parameter.
 */
export function buildDatasetStatement({ types }: Model): Pick<Statement, 'name' | 'text'> {
  const counts = types.map(
    ({ name, enumName }) => `{type: '${enumName}', count: COUNT { MATCH (:${name}&${atlasLabel}) }}`,
  );
  const text = `
    MATCH (dataset:Dataset&${atlasLabel} {id: 'Dataset'})
    RETURN {
      title: [dataset.title, dataset.titleZh],
      version: dataset.version,
      hash: dataset.hash,
      source: dataset.source,
      publishedOn: dataset.publishedOn,
      writtenOn: dataset.writtenOn,
      writtenOnNote: [dataset.writtenOnNote, dataset.writtenOnNoteZh],
      linkCount: COUNT { MATCH ()-[{madeBy: '${atlasLabel}'}]->() },
      nodeCount: COUNT { MATCH (:Entity&${atlasLabel}) },
      types: [${counts.join(', ')}]
    } AS data`;
  return { name: 'dataset/read-dataset', text };
}
