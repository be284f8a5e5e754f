import { isDeepStrictEqual } from 'node:util';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import type { Dataset } from '../../src/dataset/record.js';
import { scratchNeo4j, type TestDatabase } from '../setup/databases.js';
import { readSmallDataset } from './data-folder.js';
import { alter, graphIn, type GraphSeen } from './graph.js';

/** A Neo4j whose graph equals the small dataset at the start of each test. */
export interface PristineGraph {
  readonly neo4j: TestDatabase;
  readonly dataset: () => Dataset;
  readonly graph: () => GraphSeen;
}

/** Loads the small dataset before the first test, and again before a test if the graph has changed. */
export function pristineGraph(): PristineGraph {
  const neo4j = scratchNeo4j();
  let dataset: Dataset;
  let pristine: GraphSeen;
  beforeAll(async () => {
    dataset = await readSmallDataset();
    await loadDataset(neo4j.database, projectModel(), dataset);
    pristine = await graphIn(neo4j.database);
  });
  // Most tests restore the graph, and a comparison is cheaper than a new load.
  beforeEach(async () => {
    if (isDeepStrictEqual(await graphIn(neo4j.database), pristine)) return;
    await alter(neo4j.database, 'MATCH (n) DETACH DELETE n');
    await loadDataset(neo4j.database, projectModel(), dataset);
  });
  return { neo4j, dataset: () => dataset, graph: () => pristine };
}

/** Matches the company OpenAI as `n`. */
export const openai = "MATCH (n:Company {slug: 'openai'})";
/** Matches the relation from OpenAI (`a`) to DALL·E (`b`) as `r`. */
export const dalle = "MATCH (a)-[r:DEVELOPS {id: 'DEVELOPS:openai:dall-e'}]->(b)";
/** Manual changes of the loaded graph: title and statement. */
export const tamperings: readonly (readonly [string, string])[] = [
  ['a property changed', `${openai} SET n.name = 'ClosedAI'`],
  ['a property added', `${openai} SET n.secret = 1`],
  ['a property removed', `${openai} REMOVE n.summary`],
  ['every property removed', `${openai} SET n = {}`],
  ['an integer instead of a float', 'MATCH (n:Statistic) SET n.value = 11500'],
  ['a float instead of an integer', "MATCH (n:Tier {slug: 'upstream'}) SET n.position = 1.0"],
  ['a string instead of a list', `${openai} SET n.citations = '§1 ¶1 (line 3)'`],
  ['a list of numbers instead of strings', `${openai} SET n.citations = [1, 2]`],
  ['a date instead of a string', "MATCH (n:Dataset) SET n.publishedOn = date('2025-01-03')"],
  ['a label added', `${openai} SET n:Winner`],
  ['a label removed', `${openai} REMOVE n:Company`],
  ['a label replaced', `${openai} REMOVE n:Company SET n:Tool`],
  ['an entity removed', `${openai} DETACH DELETE n`],
  ['the Dataset node removed', 'MATCH (n:Dataset) DETACH DELETE n'],
  ['the label Entity added to the Dataset node', 'MATCH (n:Dataset) SET n:Entity'],
  [
    'two ids swapped',
    `${openai} MATCH (m:Company {slug: 'google'}) SET n.id = 'x' SET m.id = 'Company:openai' SET n.id = 'Company:google'`,
  ],
  [
    'two slugs swapped',
    `${openai} MATCH (m:Company {slug: 'google'}) SET n.slug = 'x' SET m.slug = 'openai' SET n.slug = 'google'`,
  ],
  ['a relation removed', `${dalle} DELETE r`],
  ['a relation changed', `${dalle} SET r.status = 'REFUTED'`],
  ['a relation duplicated with another type', `${dalle} CREATE (a)-[s:MAKES]->(b) SET s = properties(r)`],
  [
    'an entity added with the label AigcAtlas',
    "CREATE (:AigcAtlas:Entity:Company {id: 'Company:stray', slug: 'stray'})",
  ],
  ['a node added with the label AigcAtlas', 'CREATE (:AigcAtlas)'],
  ['a relation reversed', `${dalle} CREATE (b)-[s:DEVELOPS]->(a) WITH r, s, properties(r) AS all DELETE r SET s = all`],
  ['a relation duplicated with madeBy', `${dalle} CREATE (a)-[:DEVELOPS {madeBy: 'AigcAtlas'}]->(b)`],
  ['everything removed', 'MATCH (n:Entity|Dataset) DETACH DELETE n'],
];

/** Foreign nodes and relations with labels or types of the model, but without its mark: title and statement. */
export const intrusions: readonly (readonly [string, string])[] = [
  ['an entity', "CREATE (:Entity:Company {id: 'Company:stray', slug: 'stray'})"],
  ['an entity without properties', 'CREATE (:Entity)'],
  ['a node with a label of the model', "CREATE (:Person:Tool {name: 'Ada'})"],
  ['a second Dataset node', "CREATE (:Dataset {id: 'Other'})"],
  ['a relation of the model between entities', `${dalle} CREATE (a)-[:DEVELOPS]->(b)`],
  ['a loaded relation without its mark', `${dalle} REMOVE r.madeBy`],
  ['a relation of the model from a foreign node to an entity', `${openai} CREATE (:Person)-[:USES]->(n)`],
  ['a relation of the model with an id between foreign nodes', "CREATE (:Person)-[:USES {id: 'USES:ada:pen'}]->(:Pen)"],
];

/** Foreign nodes and relations that do not conflict with the model: title and statement. */
export const neighbors: readonly (readonly [string, string])[] = [
  ['two nodes with a relation', "CREATE (:Person {id: 'kb-1', slug: 'openai'})-[:OWNS]->(:Pen:Thing)"],
  ['a relation of the model without an id between foreign nodes', 'CREATE (:Person)-[:USES]->(:Pen)'],
  [
    'a relation from a foreign node to an entity',
    `${openai} CREATE (:Person {name: 'Ada'})-[:READS {status: 'REFUTED'}]->(n)`,
  ],
  ['a relation of an entity to itself', `${openai} CREATE (n)-[:KNOWS]->(n)`],
  ['a relation from the Dataset node', `${openai} MATCH (d:Dataset) CREATE (d)-[:HOLDS]->(n)`],
];

/** Tests that a load reverts the changes of each statement. */
export function describeTampering(cases: typeof tamperings): void {
  describe('A load reverts', () => {
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
