import { isDeepStrictEqual } from 'node:util';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import type { Dataset } from '../../src/dataset/record.js';
import { scratchNeo4j, type TestDatabase } from '../setup/databases.js';
import { readSmallDataset } from './data-folder.js';
import { alter, graphIn, type GraphSeen } from './graph.js';

/** A graph that every test of a file finds as the small dataset has it. */
export interface PristineGraph {
  readonly neo4j: TestDatabase;
  readonly dataset: () => Dataset;
  readonly graph: () => GraphSeen;
}

/** Loads the small dataset before a file's first test, and again before a test that finds the graph changed. */
export function pristineGraph(): PristineGraph {
  const neo4j = scratchNeo4j();
  let dataset: Dataset;
  let pristine: GraphSeen;
  beforeAll(async () => {
    dataset = await readSmallDataset();
    await loadDataset(neo4j.database, projectModel(), dataset);
    pristine = await graphIn(neo4j.database);
  });
  // Most tests end with the graph as it was, and a load anew costs more than a look.
  beforeEach(async () => {
    if (isDeepStrictEqual(await graphIn(neo4j.database), pristine)) return;
    await alter(neo4j.database, 'MATCH (n) DETACH DELETE n');
    await loadDataset(neo4j.database, projectModel(), dataset);
  });
  return { neo4j, dataset: () => dataset, graph: () => pristine };
}

/** Finds one company of the small dataset. */
export const openai = "MATCH (n:Company {slug: 'openai'})";
/** Finds one relation of it. */
export const dalle = "MATCH (a)-[r:DEVELOPS {id: 'DEVELOPS:openai:dall-e'}]->(b)";
/** What somebody with a Cypher shell may do to the graph: what it is, and the statement. */
export const tamperings: readonly (readonly [string, string])[] = [
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
  ['a relation doubled under another type', `${dalle} CREATE (a)-[s:MAKES]->(b) SET s = properties(r)`],
  ['an entity added with our mark', "CREATE (:AigcAtlas:Entity:Company {id: 'Company:stray', slug: 'stray'})"],
  ['a node added with our mark', 'CREATE (:AigcAtlas)'],
  [
    'a relation turned round',
    `${dalle} CREATE (b)-[s:DEVELOPS]->(a) WITH r, s, properties(r) AS all DELETE r SET s = all`,
  ],
  ['a relation doubled with our mark', `${dalle} CREATE (a)-[:DEVELOPS {madeBy: 'AigcAtlas'}]->(b)`],
  ['everything removed', 'MATCH (n:Entity|Dataset) DETACH DELETE n'],
];

/** What somebody may add that has names of our model, but not our mark. */
export const intrusions: readonly (readonly [string, string])[] = [
  ['an entity', "CREATE (:Entity:Company {id: 'Company:stray', slug: 'stray'})"],
  ['an entity without any property', 'CREATE (:Entity)'],
  ['a node with one of our labels', "CREATE (:Person:Tool {name: 'Ada'})"],
  ['a second dataset', "CREATE (:Dataset {id: 'Other'})"],
  ['a relation of our type between entities', `${dalle} CREATE (a)-[:DEVELOPS]->(b)`],
  ['a relation of ours that lost its mark', `${dalle} REMOVE r.madeBy`],
  ['a relation of our type to an entity', `${openai} CREATE (:Person)-[:USES]->(n)`],
  ['a relation of our type with an id', "CREATE (:Person)-[:USES {id: 'USES:ada:pen'}]->(:Pen)"],
];

/** What somebody may add that has nothing to do with our model. */
export const neighbors: readonly (readonly [string, string])[] = [
  ['nodes of their own, with a relation', "CREATE (:Person {id: 'kb-1', slug: 'openai'})-[:OWNS]->(:Pen:Thing)"],
  ['a relation of our type without an id between nodes of theirs', 'CREATE (:Person)-[:USES]->(:Pen)'],
  ['a relation to an entity', `${openai} CREATE (:Person {name: 'Ada'})-[:READS {status: 'REFUTED'}]->(n)`],
  ['a relation of an entity to itself', `${openai} CREATE (n)-[:KNOWS]->(n)`],
  ['a relation from the dataset', `${openai} MATCH (d:Dataset) CREATE (d)-[:HOLDS]->(n)`],
];

/** Tests that a load puts right what each of these statements has changed. */
export function describeTampering(cases: typeof tamperings): void {
  describe('a load puts right', () => {
    const { neo4j, dataset, graph } = pristineGraph();

    it.each(cases)('%s', async (_, text) => {
      await alter(neo4j.database, text);
      expect(await graphIn(neo4j.database)).not.toEqual(graph());
      expect(await loadDataset(neo4j.database, projectModel(), dataset())).toMatchObject({ unchanged: false });
      expect(await graphIn(neo4j.database)).toEqual(graph());
      expect(await loadDataset(neo4j.database, projectModel(), dataset())).toMatchObject({ unchanged: true });
    });
  });
}
