import { beforeEach, describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readEdition } from '../../src/http/service-metrics.js';
import { scratchNeo4j } from '../setup/databases.js';
import { type DataFiles, entity, recordOf, relation, readSmallDataset } from './small-dataset.js';
import { alter, readGraph } from './stored-graph.js';

const neo4j = scratchNeo4j();

/** Loads the small dataset after a change. */
async function load(change?: (files: DataFiles) => void, options?: Parameters<typeof loadDataset>[3]) {
  return loadDataset(neo4j.database, projectModel(), await readSmallDataset(change), options);
}

describe('A load', () => {
  beforeEach(() => alter(neo4j.database, 'MATCH (n) DETACH DELETE n'));

  it('writes the labels and all properties of entities', async () => {
    await load();
    const { nodes } = await readGraph(neo4j.database);
    expect(nodes).toHaveLength(15);
    expect(nodes.find(({ id }) => id === 'Statistic:market-2030')).toEqual({
      id: 'Statistic:market-2030',
      labels: ['AigcAtlas', 'Entity', 'Statistic'],
      types: expect.arrayContaining(['value: FLOAT NOT NULL', 'year: INTEGER NOT NULL']),
      properties: {
        id: 'Statistic:market-2030',
        slug: 'market-2030',
        name: 'Name of market-2030',
        aliases: [],
        summary: 'A test record.',
        summaryZh: '测试用的记录。',
        citations: ['§1 ¶1 (line 3)'],
        basis: 'STATED',
        references: [],
        nameKey: '\nname of market-2030\n',
        sortKey: 'name of market-2030\u0001market-2030',
        sortName: 'name of market-2030\u0001market-2030',
        searchNames: ['name of market 2030', 'name of market 2030'],
        searchWholes: 'nameofmarket2030',
        searchWords: expect.stringContaining('name of market 2030 _nameof '),
        searchSummary: expect.stringContaining('a test record '),
        value: 11500,
        unit: '亿元',
        unitZh: '亿元',
        year: 2030,
        kind: 'FORECAST',
      },
    });
  });

  it('writes the types, ends and properties of relations', async () => {
    await load();
    const { relations } = await readGraph(neo4j.database);
    expect(relations).toHaveLength(8);
    expect(relations.find(({ id }) => id === 'DEVELOPS:google:dall-e')).toEqual({
      id: 'DEVELOPS:google:dall-e',
      type: 'DEVELOPS',
      from: 'Company:google',
      to: 'Tool:dall-e',
      types: expect.any(Array),
      properties: {
        madeBy: 'AigcAtlas',
        id: 'DEVELOPS:google:dall-e',
        basis: 'STATED',
        status: 'REFUTED',
        note: 'It is not.',
        references: [],
        citations: ['§1 ¶1 (line 3)'],
        corrections: ['DEVELOPS:openai:dall-e'],
      },
    });
  });

  it('reports its changes and the number of entities and relations', async () => {
    const report = await load();
    expect(report).toMatchObject({ entityCount: 14, relationCount: 8, unchanged: false });
    expect(report.nodes).toMatchObject({ changed: [], removed: [] });
    expect(report.nodes.added).toHaveLength(15);
    expect(report.relations.added).toHaveLength(8);
  });

  it('of unchanged data reports so and opens no write transaction', async () => {
    const first = await load();
    const before = await readGraph(neo4j.database);
    const readOnly = { ...neo4j.database, write: rejectWrite, schema: rejectWrite };
    const repeated = await loadDataset(readOnly, projectModel(), await readSmallDataset());
    expect(repeated).toMatchObject({
      unchanged: true,
      hash: first.hash,
      schema: { added: [], changed: [], removed: [] },
    });
    expect(await readGraph(neo4j.database)).toEqual(before);
  });

  it('writes only the differences, by id', async () => {
    await load();
    const keys = await readKeys();
    const report = await load((files) => {
      recordOf(files, 'company', 'openai')['name'] = { en: 'OpenAI, Inc.' };
      files['company']?.push(entity('adobe'));
      files['tool']?.splice(1);
      files['relation/develops']?.push(relation('adobe', 'dall-e', { note: { en: 'Unknown.' } }));
      files['relation/feeds']?.splice(0);
    });
    expect(report.nodes).toEqual({
      added: ['Company:adobe'],
      changed: [
        { id: 'Dataset', fields: ['hash'] },
        {
          id: 'Company:openai',
          fields: ['name', 'nameKey', 'searchNames', 'searchWholes', 'searchWords', 'sortKey', 'sortName'],
        },
      ],
      removed: ['Tool:deep-dream'],
    });
    expect(report.relations).toEqual({
      added: ['DEVELOPS:adobe:dall-e'],
      changed: [],
      removed: ['FEEDS:upstream:midstream'],
    });
    expect((await readKeys()).filter((key) => keys.includes(key))).toHaveLength(keys.length - 1);
  });

  it('updates search keys that another release derived differently', async () => {
    const { hash } = await load();
    const before = await readGraph(neo4j.database);
    await alter(neo4j.database, "MATCH (n {id: 'Company:openai'}) SET n.searchWords = 'open ai openai'");
    const report = await load();
    expect(report).toMatchObject({ unchanged: false, hash });
    expect(report.nodes.changed).toEqual([{ id: 'Company:openai', fields: ['searchWords'] }]);
    expect(await readGraph(neo4j.database)).toEqual(before);
  });

  it('reports the progress of every phase up to its end', async () => {
    const progress: string[] = [];
    await load(undefined, { onProgress: ({ phase, done, total }) => progress.push(`${phase} ${done}/${total}`) });
    expect(progress).toEqual(expect.arrayContaining(['entities added 14/14', 'relations added 8/8']));
  });

  it('with dryRun reports the same changes and writes nothing', async () => {
    await load();
    const before = await readGraph(neo4j.database);
    const readOnly = { ...neo4j.database, write: rejectWrite, schema: rejectWrite };
    const dataset = await readSmallDataset((files) => files['company']?.push(entity('adobe')));
    expect(await loadDataset(readOnly, projectModel(), dataset, { dryRun: true })).toMatchObject({
      dryRun: true,
      nodes: { added: ['Company:adobe'], changed: [{ id: 'Dataset', fields: ['hash'] }], removed: [] },
    });
    expect(await readGraph(neo4j.database)).toEqual(before);
  });

  it('does not depend on the order of records and files, but stores the hash of the files', async () => {
    const { hash } = await load();
    const dataset = await readSmallDataset((files) => {
      for (const records of Object.values(files)) records.reverse();
    });
    const report = await loadDataset(neo4j.database, projectModel(), dataset);
    expect(report).toMatchObject({ unchanged: true, hash });
    const [edition] = await readEdition(neo4j.database);
    expect(edition).toMatchObject({ hash, filesHash: dataset.filesHash });
  });

  async function readKeys(): Promise<unknown[]> {
    const text = 'MATCH (n:Entity) RETURN elementId(n) AS key';
    return (await neo4j.database.read({ name: 'keys', text, parameters: {} })).map(({ key }) => key);
  }
});

async function rejectWrite(): Promise<never> {
  throw new Error('Expected no write.');
}
