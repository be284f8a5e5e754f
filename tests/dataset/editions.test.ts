import { beforeEach, describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset, type LoadOptions } from '../../src/dataset/load-dataset.js';
import type { Dataset } from '../../src/dataset/record.js';
import { scratchNeo4j } from '../setup/databases.js';
import { entity, readSmallDataset } from './small-dataset.js';
import { alter, readGraph } from './stored-graph.js';

const neo4j = scratchNeo4j();

/** Returns the small dataset in another version and with an additional company. */
async function createEdition(version: string, company: string): Promise<Dataset> {
  const dataset = await readSmallDataset((files) => files['company']?.push(entity(company)));
  return { ...dataset, metadata: { ...dataset.metadata, version } };
}

const load = (dataset: Dataset, options: LoadOptions = {}) =>
  loadDataset(neo4j.database, projectModel(), dataset, options);

beforeEach(() => alter(neo4j.database, 'MATCH (n) DETACH DELETE n'));

describe('A load with onlyForward', () => {
  it('replaces older data', async () => {
    await load(await createEdition('1.9', 'adobe'));
    const report = await load(await createEdition('1.10', 'nvidia'), { requiresUpgrade: true });
    expect(report.nodes).toMatchObject({ added: ['Company:nvidia'], removed: ['Company:adobe'] });
  });

  it.each(['1.9', '1.10'])('writes nothing if it would replace version 1.10 by version %s', async (version) => {
    await load(await createEdition('1.10', 'adobe'));
    const before = await readGraph(neo4j.database);
    const rejectWrite = () => Promise.reject(new Error('Expected no write.'));
    const readOnly = { ...neo4j.database, write: rejectWrite, schema: rejectWrite };
    const refused = loadDataset(readOnly, projectModel(), await createEdition(version, 'nvidia'), {
      requiresUpgrade: true,
    });
    await expect(refused).rejects.toMatchObject({
      code: 'NEWER_DATA',
      message: expect.stringMatching(/Expected older data .*version 1\.\d+ \(.*found version 1\.10 \(.*--force/),
    });
    expect(await readGraph(neo4j.database)).toEqual(before);
  });

  it('repairs manual changes to the same version', async () => {
    const dataset = await createEdition('1.10', 'adobe');
    await load(dataset);
    await alter(neo4j.database, "MATCH (n {slug: 'adobe'}) SET n.name = 'x'");
    expect((await load(dataset, { requiresUpgrade: true })).nodes.changed).toEqual([
      { id: 'Company:adobe', fields: ['name'] },
    ]);
  });

  it('ends in the newest version when several run concurrently', async () => {
    const editions = await Promise.all(
      ['1.1', '1.3', '1.2'].map((version) => createEdition(version, `maker-${version.replace('.', '-')}`)),
    );
    await load(await createEdition('1.0', 'adobe'));
    await Promise.allSettled(editions.map((dataset) => load(dataset, { requiresUpgrade: true })));
    const { nodes } = await readGraph(neo4j.database);
    expect(nodes.find(({ id }) => id === 'Dataset')).toMatchObject({ properties: { version: '1.3' } });
  });
});

describe('A graph of an older release, without marks,', () => {
  const removeMarks = async (): Promise<void> => {
    await alter(neo4j.database, 'MATCH (n:AigcAtlas) REMOVE n:AigcAtlas');
    await alter(neo4j.database, 'MATCH ()-[r]->() REMOVE r.madeBy');
  };

  it('is refused unless adopted, and adoption leaves foreign data alone', async () => {
    await load(await createEdition('1.0', 'adobe'));
    await removeMarks();
    await alter(neo4j.database, "MATCH (n {slug: 'openai'}) CREATE (:Person {id: 'kb-1'})-[:READS]->(n)");
    const original = await readGraph(neo4j.database);
    await expect(load(await createEdition('1.1', 'nvidia'))).rejects.toMatchObject({
      code: 'DATABASE_FOREIGN',
      message: expect.stringContaining('take them over with --adopt'),
    });
    expect(await readGraph(neo4j.database)).toEqual(original);
    const dry = await load(await createEdition('1.1', 'nvidia'), { adopt: true, dryRun: true });
    expect(await readGraph(neo4j.database)).toEqual(original);
    const adopted = await load(await createEdition('1.1', 'nvidia'), { adopt: true });
    expect(adopted.nodes).toEqual(dry.nodes);
    expect(adopted.nodes).toMatchObject({ added: ['Company:nvidia'], removed: ['Company:adobe'] });
    const { nodes, relations } = await readGraph(neo4j.database);
    expect(nodes.filter(({ labels }) => !String(labels).includes('AigcAtlas'))).toEqual([
      expect.objectContaining({ id: 'kb-1', labels: ['Person'] }),
    ]);
    expect(relations.filter(({ type }) => type === 'READS')).toEqual(
      original.relations.filter(({ type }) => type === 'READS'),
    );
    expect(await load(await createEdition('1.1', 'nvidia'))).toMatchObject({ unchanged: true });
  });

  it.each([
    ['a node with a label of the model but without an id', "CREATE (:Entity:Company {slug: 'x'})"],
    ['a node with an additional label', "CREATE (:Entity:Company:Person {id: 'Company:x'})"],
    [
      'a relation whose id does not match its ends',
      "MATCH (a), (b) WHERE a.slug = 'openai' AND b.slug = 'china' CREATE (a)-[:LOCATED_IN {id: 'mine'}]->(b)",
    ],
  ])('is not adopted if there is %s', async (_, text) => {
    await load(await createEdition('1.0', 'adobe'));
    await removeMarks();
    await alter(neo4j.database, text);
    const before = await readGraph(neo4j.database);
    await expect(load(await createEdition('1.1', 'nvidia'), { adopt: true })).rejects.toMatchObject({
      code: 'DATABASE_FOREIGN',
    });
    expect(await readGraph(neo4j.database)).toEqual(before);
  });

  it('is not assumed if there is no Dataset node', async () => {
    await alter(neo4j.database, "CREATE (:Entity:Company {id: 'Company:openai', slug: 'openai'})");
    const before = await readGraph(neo4j.database);
    await expect(load(await createEdition('1.1', 'nvidia'), { adopt: true })).rejects.toMatchObject({
      code: 'DATABASE_FOREIGN',
    });
    expect(await readGraph(neo4j.database)).toEqual(before);
  });
});

it('A dry run reports the foreign nodes and relations that stay', async () => {
  await load(await createEdition('1.0', 'adobe'));
  await alter(neo4j.database, "MATCH (n {slug: 'openai'}) CREATE (:Person)-[:READS]->(n), (:Person:Author)");
  const { others } = await load(await createEdition('1.0', 'adobe'), { dryRun: true });
  expect(others).toEqual(['1 (:Author:Person)', '1 (:Person)', '1 [:READS]']);
});
