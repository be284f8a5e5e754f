import { isDeepStrictEqual } from 'node:util';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import type { Dataset } from '../../src/dataset/record.js';
import { scratchNeo4j, type TestDatabase } from '../setup/databases.js';
import { readSmallDataset } from './small-dataset.js';
import { alter, readGraph, type StoredGraph } from './stored-graph.js';

/** A Neo4j whose graph equals the small dataset at the start of each test. */
export interface PristineGraph {
  readonly neo4j: TestDatabase;
  readonly dataset: () => Dataset;
  readonly graph: () => StoredGraph;
}

/** Loads the small dataset before the first test, and again before a test if the graph has changed. */
export function usePristineGraph(): PristineGraph {
  const neo4j = scratchNeo4j();
  let dataset: Dataset;
  let pristine: StoredGraph;
  beforeAll(async () => {
    dataset = await readSmallDataset();
    await loadDataset(neo4j.database, projectModel(), dataset);
    pristine = await readGraph(neo4j.database);
  });
  // Most tests restore the graph, and a comparison is cheaper than a new load.
  beforeEach(async () => {
    if (isDeepStrictEqual(await readGraph(neo4j.database), pristine)) return;
    await alter(neo4j.database, 'MATCH (n) DETACH DELETE n');
    await loadDataset(neo4j.database, projectModel(), dataset);
  });
  return { neo4j, dataset: () => dataset, graph: () => pristine };
}

/** Matches the company OpenAI as `n`. */
export const matchOpenAI = "MATCH (n:Company {slug: 'openai'})";
/** Matches the relation from OpenAI (`a`) to DALL·E (`b`) as `r`. */
export const matchDallE = "MATCH (a)-[r:DEVELOPS {id: 'DEVELOPS:openai:dall-e'}]->(b)";
/** Manual changes of the loaded graph: title and statement. */
export const tamperings: readonly (readonly [string, string])[] = [
  ['a property changed', `${matchOpenAI} SET n.name = 'ClosedAI'`],
  ['a property added', `${matchOpenAI} SET n.secret = 1`],
  ['a property removed', `${matchOpenAI} REMOVE n.summary`],
  ['every property removed', `${matchOpenAI} SET n = {}`],
  ['an integer instead of a float', 'MATCH (n:Statistic) SET n.value = 11500'],
  ['a float instead of an integer', "MATCH (n:Tier {slug: 'upstream'}) SET n.position = 1.0"],
  ['a string instead of a list', `${matchOpenAI} SET n.citations = '§1 ¶1 (line 3)'`],
  ['a list of numbers instead of strings', `${matchOpenAI} SET n.citations = [1, 2]`],
  ['a date instead of a string', "MATCH (n:Dataset) SET n.publishedOn = date('2025-01-03')"],
  ['a label added', `${matchOpenAI} SET n:Winner`],
  ['a label removed', `${matchOpenAI} REMOVE n:Company`],
  ['a label replaced', `${matchOpenAI} REMOVE n:Company SET n:Tool`],
  ['an entity removed', `${matchOpenAI} DETACH DELETE n`],
  ['the Dataset node removed', 'MATCH (n:Dataset) DETACH DELETE n'],
  ['the label Entity added to the Dataset node', 'MATCH (n:Dataset) SET n:Entity'],
  [
    'two ids swapped',
    `${matchOpenAI} MATCH (m:Company {slug: 'google'}) SET n.id = 'x' SET m.id = 'Company:openai' SET n.id = 'Company:google'`,
  ],
  [
    'two slugs swapped',
    `${matchOpenAI} MATCH (m:Company {slug: 'google'}) SET n.slug = 'x' SET m.slug = 'openai' SET n.slug = 'google'`,
  ],
  ['a relation removed', `${matchDallE} DELETE r`],
  ['a relation changed', `${matchDallE} SET r.status = 'REFUTED'`],
  ['a relation duplicated with another type', `${matchDallE} CREATE (a)-[s:MAKES]->(b) SET s = properties(r)`],
  [
    'an entity added with the label AigcAtlas',
    "CREATE (:AigcAtlas:Entity:Company {id: 'Company:stray', slug: 'stray'})",
  ],
  ['a node added with the label AigcAtlas', 'CREATE (:AigcAtlas)'],
  [
    'a relation reversed',
    `${matchDallE} CREATE (b)-[s:DEVELOPS]->(a) WITH r, s, properties(r) AS all DELETE r SET s = all`,
  ],
  ['a relation duplicated with madeBy', `${matchDallE} CREATE (a)-[:DEVELOPS {madeBy: 'AigcAtlas'}]->(b)`],
  ['everything removed', 'MATCH (n:Entity|Dataset) DETACH DELETE n'],
];

/** Foreign nodes and relations with labels or types of the model, but without its mark: title and statement. */
export const conflictingWrites: readonly (readonly [string, string])[] = [
  ['an entity', "CREATE (:Entity:Company {id: 'Company:stray', slug: 'stray'})"],
  ['an entity without properties', 'CREATE (:Entity)'],
  ['a node with a label of the model', "CREATE (:Person:Tool {name: 'Ada'})"],
  ['a second Dataset node', "CREATE (:Dataset {id: 'Other'})"],
  ['a relation of the model between entities', `${matchDallE} CREATE (a)-[:DEVELOPS]->(b)`],
  ['a loaded relation without its mark', `${matchDallE} REMOVE r.madeBy`],
  ['a relation of the model from a foreign node to an entity', `${matchOpenAI} CREATE (:Person)-[:USES]->(n)`],
  ['a relation of the model with an id between foreign nodes', "CREATE (:Person)-[:USES {id: 'USES:ada:pen'}]->(:Pen)"],
];

/** Foreign nodes and relations that do not conflict with the model: title and statement. */
export const unrelatedWrites: readonly (readonly [string, string])[] = [
  ['two nodes with a relation', "CREATE (:Person {id: 'kb-1', slug: 'openai'})-[:OWNS]->(:Pen:Thing)"],
  ['a relation of the model without an id between foreign nodes', 'CREATE (:Person)-[:USES]->(:Pen)'],
  [
    'a relation from a foreign node to an entity',
    `${matchOpenAI} CREATE (:Person {name: 'Ada'})-[:READS {status: 'REFUTED'}]->(n)`,
  ],
  ['a relation of an entity to itself', `${matchOpenAI} CREATE (n)-[:KNOWS]->(n)`],
  ['a relation from the Dataset node', `${matchOpenAI} MATCH (d:Dataset) CREATE (d)-[:HOLDS]->(n)`],
];

/** Tests that a load reverts the changes of each statement. */
export function describeTampering(cases: typeof tamperings): void {
  describe('A load reverts', () => {
    const { neo4j, dataset, graph } = usePristineGraph();

    it.each(cases)('%s', async (_, text) => {
      await alter(neo4j.database, text);
      expect(await readGraph(neo4j.database)).not.toEqual(graph());
      expect(await loadDataset(neo4j.database, projectModel(), dataset())).toMatchObject({ unchanged: false });
      expect(await readGraph(neo4j.database)).toEqual(graph());
      expect(await loadDataset(neo4j.database, projectModel(), dataset())).toMatchObject({ unchanged: true });
    });
  });
}
