import { expect, it } from 'vitest';
import { openAtlas } from '../../src/commands/atlas.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { projectModel } from '../../src/model/project-model.js';
import { articleDataset } from '../setup/article-dataset.js';
import { scratchNeo4j } from '../setup/databases.js';

const neo4j = scratchNeo4j();
const library = openAtlas({ atlasDir: 'tests/model/library' });

async function readColumn(text: string): Promise<unknown[]> {
  const rows = await neo4j.database.read({ name: 'test', text, parameters: {} });
  return rows.map(({ value }) => value);
}

const labelsQuery = 'MATCH (n) UNWIND labels(n) AS value RETURN DISTINCT value ORDER BY value';
const constraintsQuery = 'SHOW CONSTRAINTS YIELD name AS value RETURN value ORDER BY value';

it('Loading another model removes all labels and constraints of the previous model', async () => {
  await loadDataset(neo4j.database, projectModel(), articleDataset);
  const [articleLabels, articleConstraints] = [await readColumn(labelsQuery), await readColumn(constraintsQuery)];
  await loadDataset(neo4j.database, library.model, await readDataset(library.model, library.dataDir));
  expect(await readColumn(labelsQuery)).toEqual(['AigcAtlas', 'Author', 'Book', 'Dataset', 'Entity', 'PrintingPress']);
  expect(await readColumn(constraintsQuery)).toEqual([
    ...[
      'author_slug',
      'book_slug',
      'dataset_id',
      'entity_id',
      'former_entity_id',
      'influenced_id',
      'printing_press_slug',
    ],
    ...['published_by_id', 'sequel_of_id', 'wrote_id'],
  ]);
  await loadDataset(neo4j.database, projectModel(), articleDataset);
  expect([await readColumn(labelsQuery), await readColumn(constraintsQuery)]).toEqual([
    articleLabels,
    articleConstraints,
  ]);
});
