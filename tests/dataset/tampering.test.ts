import { isDeepStrictEqual } from 'node:util';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import type { Dataset } from '../../src/dataset/record.js';
import { scratchNeo4j } from '../setup/databases.js';
import { readSmallDataset } from './data-folder.js';
import { alter, graphIn, type GraphSeen } from './graph.js';

const neo4j = scratchNeo4j();
let dataset: Dataset;
let pristine: GraphSeen;

beforeAll(async () => {
  dataset = await readSmallDataset();
  await loadDataset(neo4j.database, dataset);
  pristine = await graphIn(neo4j.database);
});

// Most cases end with the graph as it was, and a load anew costs more than a look.
beforeEach(async () => {
  if (isDeepStrictEqual(await graphIn(neo4j.database), pristine)) return;
  await alter(neo4j.database, 'MATCH (n) DETACH DELETE n');
  await loadDataset(neo4j.database, dataset);
});

const openai = "MATCH (n:Company {slug: 'openai'})";
const dalle = "MATCH (a)-[r:DEVELOPS {id: 'DEVELOPS:openai:dall-e'}]->(b)";
const tamperings: readonly (readonly [string, string])[] = [
  ['a property changed', `${openai} SET n.name = 'ClosedAI'`],
  ['a property added', `${openai} SET n.secret = 1`],
  ['a property removed', `${openai} REMOVE n.summary`],
  ['every property removed', `${openai} SET n = {}`],
  ['an integer in place of a float', 'MATCH (n:Statistic) SET n.value = 11500'],
  ['a float in place of an integer', "MATCH (n:Tier {slug: 'upstream'}) SET n.position = 1.0"],
  ['a text in place of a list', `${openai} SET n.citations = '§1 ¶1 (line 3)'`],
  ['a list of numbers in place of texts', `${openai} SET n.citations = [1, 2]`],
  ['a date in place of a text', "MATCH (n:Dataset) SET n.publishedOn = date('2025-01-03')"],
  ['a label added', `${openai} SET n:Winner`],
  ['a label removed', `${openai} REMOVE n:Company`],
  ['a label exchanged', `${openai} REMOVE n:Company SET n:Tool`],
  ['an entity removed', `${openai} DETACH DELETE n`],
  ['an entity added', "CREATE (:Entity:Company {id: 'Company:stray', slug: 'stray'})"],
  ['an entity added without any property', 'CREATE (:Entity)'],
  ['an entity whose id is no text', 'CREATE (:Entity:Tool {id: 7})'],
  ['a second dataset', "CREATE (:Dataset {id: 'Other'})"],
  ['the dataset removed', 'MATCH (n:Dataset) DETACH DELETE n'],
  ['the dataset made an entity', 'MATCH (n:Dataset) SET n:Entity'],
  [
    'two ids exchanged',
    `${openai} MATCH (m:Company {slug: 'google'}) SET n.id = 'x' SET m.id = 'Company:openai' SET n.id = 'Company:google'`,
  ],
  [
    'two slugs exchanged',
    `${openai} MATCH (m:Company {slug: 'google'}) SET n.slug = 'x' SET m.slug = 'openai' SET n.slug = 'google'`,
  ],
  ['a relation removed', `${dalle} DELETE r`],
  ['a relation changed', `${dalle} SET r.status = 'REFUTED'`],
  ['a relation emptied', `${dalle} SET r = {}`],
  ['a relation turned round', `${dalle} DELETE r CREATE (b)-[:DEVELOPS {id: 'DEVELOPS:openai:dall-e'}]->(a)`],
  ['a relation doubled', `${dalle} CREATE (a)-[:DEVELOPS]->(b)`],
  ['a relation doubled under another type', `${dalle} CREATE (a)-[s:MAKES]->(b) SET s = properties(r)`],
  ['a relation to itself', `${openai} CREATE (n)-[:KNOWS]->(n)`],
  ['a relation from the dataset', `${openai} MATCH (d:Dataset) CREATE (d)-[:HOLDS]->(n)`],
  ['everything removed', 'MATCH (n:Entity|Dataset) DETACH DELETE n'],
];

describe('a load puts right', () => {
  it.each(tamperings)('%s', async (_, text) => {
    await alter(neo4j.database, text);
    expect(await graphIn(neo4j.database)).not.toEqual(pristine);
    expect(await loadDataset(neo4j.database, dataset)).toMatchObject({ unchanged: false });
    expect(await graphIn(neo4j.database)).toEqual(pristine);
    expect(await loadDataset(neo4j.database, dataset)).toMatchObject({ unchanged: true });
  });

  it('duplicates made while the constraints were gone, and the constraints', async () => {
    for (const name of ['entity_id', 'dataset_id', 'company_slug', 'develops_id']) await drop(`CONSTRAINT ${name}`);
    await drop('INDEX company_sort_key');
    await alter(neo4j.database, `${openai} CREATE (m:Entity:Company) SET m = properties(n)`);
    await alter(neo4j.database, `${dalle} CREATE (a)-[s:DEVELOPS]->(b) SET s = properties(r)`);
    await alter(neo4j.database, 'MATCH (n:Dataset) CREATE (m:Dataset) SET m = properties(n)');
    const report = await loadDataset(neo4j.database, dataset);
    expect(report.schema).toEqual(['entity_id', 'dataset_id', 'company_slug', 'develops_id', 'company_sort_key']);
    expect(await graphIn(neo4j.database)).toEqual(pristine);
    expect(await loadDataset(neo4j.database, dataset)).toMatchObject({ unchanged: true });
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
    expect(await loadDataset(neo4j.database, dataset)).toMatchObject({ unchanged: true });
    await alter(neo4j.database, `${ours} SET n.name = 'x'`);
    await loadDataset(neo4j.database, dataset);
    expect(await graphIn(neo4j.database)).toEqual(before);
  });

  it('is named when it stands in the way, and the graph stays as it was', async () => {
    await alter(neo4j.database, `${openai} REMOVE n:Entity SET n.id = 'mine'`);
    const before = await graphIn(neo4j.database);
    await expect(loadDataset(neo4j.database, dataset)).rejects.toMatchObject({
      code: 'DATABASE_REFUSED',
      message: expect.stringMatching(/label `Company`.*`slug` = 'openai'.*not ours.*NEO4J_DATABASE/),
    });
    expect(await graphIn(neo4j.database)).toEqual(before);
  });
});
