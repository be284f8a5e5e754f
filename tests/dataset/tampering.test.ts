import { describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import {
  matchDallE,
  describeTampering,
  conflictingWrites,
  unrelatedWrites,
  matchOpenAI,
  usePristineGraph,
  tamperings,
} from './describe-tampering.js';
import { alter, readGraph } from './stored-graph.js';

describeTampering(tamperings.filter((_case, index) => index % 8 === 0));

const { neo4j, dataset, graph } = usePristineGraph();

describe('A load reverts', () => {
  it('duplicates and missing constraints', async () => {
    for (const name of ['entity_id', 'dataset_id', 'company_slug', 'develops_id']) await drop(`CONSTRAINT ${name}`);
    await drop('INDEX company_sort_key');
    await alter(neo4j.database, `${matchOpenAI} CREATE (m:AigcAtlas:Entity:Company) SET m = properties(n)`);
    await alter(neo4j.database, `${matchDallE} CREATE (a)-[s:DEVELOPS]->(b) SET s = properties(r)`);
    await alter(neo4j.database, 'MATCH (n:Dataset) CREATE (m:AigcAtlas:Dataset) SET m = properties(n)');
    const report = await loadDataset(neo4j.database, projectModel(), dataset());
    expect(report.schema).toEqual({
      added: ['entity_id', 'dataset_id', 'company_slug', 'develops_id', 'company_sort_key'],
      changed: [],
      removed: [],
    });
    expect(await readGraph(neo4j.database)).toEqual(graph());
    expect(await loadDataset(neo4j.database, projectModel(), dataset())).toMatchObject({ unchanged: true });
  });

  async function drop(item: string): Promise<void> {
    await neo4j.database.changeSchema({ name: 'test/drop', text: `DROP ${item}`, parameters: {} });
  }
});

describe('Foreign data', () => {
  it.each(unrelatedWrites)('is left alone: %s', async (_, text) => {
    await alter(neo4j.database, text);
    const before = await readGraph(neo4j.database);
    expect(await loadDataset(neo4j.database, projectModel(), dataset())).toMatchObject({ unchanged: true });
    await alter(neo4j.database, `${matchOpenAI} SET n.name = 'x'`);
    await loadDataset(neo4j.database, projectModel(), dataset());
    expect(await readGraph(neo4j.database)).toEqual(before);
  });

  it.each(conflictingWrites)(
    'with labels or types of the model is reported, and nothing changes: %s',
    async (_, text) => {
      await alter(neo4j.database, text);
      await alter(neo4j.database, `MATCH (n:Dataset) SET n.version = 'old'`);
      await expectRefusal(/found 1 without it, such as [([]:.*NEO4J_DATABASE.*NEO4J_URI/);
    },
  );

  it('connected to an entity that the load must remove is reported, and nothing changes', async () => {
    await alter(
      neo4j.database,
      "CREATE (:AigcAtlas:Entity:Company {id: 'Company:old', slug: 'old'})<-[:READS]-(:Person)",
    );
    await expectRefusal(/still has relationships.*Nothing was changed.*NEO4J_DATABASE/);
  });

  async function expectRefusal(message: RegExp): Promise<void> {
    const before = await readGraph(neo4j.database);
    await expect(loadDataset(neo4j.database, projectModel(), dataset())).rejects.toMatchObject({
      code: 'DATABASE_FOREIGN',
      message: expect.stringMatching(message),
    });
    expect(await readGraph(neo4j.database)).toEqual(before);
  }
});
