import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { dalle, describeTampering, openai, pristineGraph, tamperings } from './describe-tampering.js';
import { alter, graphIn } from './graph.js';

describeTampering(tamperings.filter((_case, index) => index % 8 === 0));

const { neo4j, dataset, graph } = pristineGraph();

describe('a load puts right', () => {
  it('duplicates made while the constraints were gone, and the constraints', async () => {
    for (const name of ['entity_id', 'dataset_id', 'company_slug', 'develops_id']) await drop(`CONSTRAINT ${name}`);
    await drop('INDEX company_sort_key');
    await alter(neo4j.database, `${openai} CREATE (m:Entity:Company) SET m = properties(n)`);
    await alter(neo4j.database, `${dalle} CREATE (a)-[s:DEVELOPS]->(b) SET s = properties(r)`);
    await alter(neo4j.database, 'MATCH (n:Dataset) CREATE (m:Dataset) SET m = properties(n)');
    const report = await loadDataset(neo4j.database, dataset());
    expect(report.schema).toEqual(['entity_id', 'dataset_id', 'company_slug', 'develops_id', 'company_sort_key']);
    expect(await graphIn(neo4j.database)).toEqual(graph());
    expect(await loadDataset(neo4j.database, dataset())).toMatchObject({ unchanged: true });
  });

  async function drop(what: string): Promise<void> {
    await neo4j.database.schema({ name: 'test/drop', text: `DROP ${what}`, parameters: {} });
  }
});

describe("what is somebody else's", () => {
  it('stays, with its relations to entities that stay', async () => {
    const ours = "MATCH (n:Company {slug: 'openai'})";
    await alter(neo4j.database, `${ours} CREATE (:Person {name: 'Ada'})-[:READS]->(n), (:Note)`);
    const before = await graphIn(neo4j.database);
    expect(await loadDataset(neo4j.database, dataset())).toMatchObject({ unchanged: true });
    await alter(neo4j.database, `${ours} SET n.name = 'x'`);
    await loadDataset(neo4j.database, dataset());
    expect(await graphIn(neo4j.database)).toEqual(before);
  });

  it('is named when it stands in the way, and the graph stays as it was', async () => {
    await alter(neo4j.database, `${openai} REMOVE n:Entity SET n.id = 'mine'`);
    const before = await graphIn(neo4j.database);
    await expect(loadDataset(neo4j.database, dataset())).rejects.toMatchObject({
      code: 'DATABASE_REFUSED',
      message: expect.stringMatching(/label `Company`.*`slug` = 'openai'.*not ours.*NEO4J_DATABASE/),
    });
    expect(await graphIn(neo4j.database)).toEqual(before);
  });
});
