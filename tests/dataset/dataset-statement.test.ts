import { beforeAll, describe, expect, it } from 'vitest';
import { buildDatasetStatement } from '../../src/dataset/dataset-statement.js';
import { buildGraph } from '../../src/dataset/build-graph.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { scratchNeo4j } from '../setup/databases.js';
import { alter } from './stored-graph.js';
import { musicModel, readMusic } from './music.js';

const neo4j = scratchNeo4j();

describe('A dataset of another model', () => {
  beforeAll(async () => {
    await loadDataset(neo4j.database, musicModel, await readMusic());
    await alter(neo4j.database, "CREATE (:Work {id: 'of somebody else'})");
  });

  it('is described in one row, with the types in the order of the model', async () => {
    const rows = await neo4j.database.read({ ...buildDatasetStatement(musicModel), parameters: {} });
    const { nodes } = buildGraph(musicModel, await readMusic());
    const data = {
      title: ['Music', null],
      version: '1.0.0',
      hash: nodes[0]?.properties['hash'],
      source: 'A test',
      publishedOn: '2025-01-03',
      writtenOn: null,
      writtenOnNote: [null, null],
      nodeCount: 4,
      linkCount: 4,
      types: [
        { type: 'COMPOSER', count: 1 },
        { type: 'WORK', count: 3 },
      ],
    };
    expect(rows).toEqual([{ data }]);
  });

  it('is unchanged by a second load', async () => {
    await alter(neo4j.database, 'MATCH (work:Work) WHERE NOT work:AigcAtlas DELETE work');
    expect(await loadDataset(neo4j.database, musicModel, await readMusic())).toMatchObject({ unchanged: true });
  });

  it('is repaired after a change of a boolean property', async () => {
    await alter(neo4j.database, "MATCH (work:Work {slug: 'ring'}) SET work.isSung = false");
    const { nodes } = await loadDataset(neo4j.database, musicModel, await readMusic());
    expect(nodes.changed).toEqual([{ id: 'Work:ring', fields: ['isSung'] }]);
    expect(await loadDataset(neo4j.database, musicModel, await readMusic())).toMatchObject({ unchanged: true });
  });
});
