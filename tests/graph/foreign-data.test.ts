import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { alter } from '../dataset/stored-graph.js';
import { startServer } from '../setup/api.js';
import { articleDataset } from '../setup/article-dataset.js';
import { scratchNeo4j } from '../setup/databases.js';

const neo4j = scratchNeo4j();

/**
 * Statements that write foreign data while the server runs: nodes with labels of the model, and relations to loaded
 * entities.
 */
const foreignWrites = [
  `CREATE (n:Entity:Company {id: 'Company:acme', slug: 'acme', name: 'Acme', sortKey: 'acme', nameKey: '\\nacme\\n',
     sortName: 'acme', searchNames: ['acme'], searchWholes: 'acme', searchWords: 'acme', searchSummary: 'openai'})
   WITH n MATCH (tool:Tool {slug: 'chatgpt'}), (company:Company {slug: 'openai'}), (region:Region {slug: 'united-states'})
   CREATE (n)-[:DEVELOPS {id: 'DEVELOPS:acme:chatgpt', status: 'CONFIRMED'}]->(tool), (n)-[:LOCATED_IN]->(region),
     (company)-[:DEVELOPS {id: 'DEVELOPS:openai:openai', status: 'CONFIRMED'}]->(tool), (region)-[:PART_OF]->(n)`,
  `MATCH (a:Company {slug: 'openai'}), (b:Company {slug: 'baidu'}), (c:Section {number: '1'})
   CREATE (a)-[:KNOWS {id: 'KNOWS', status: 'CONFIRMED'}]->(b), (a)<-[:READS]-(:Person {id: 'Person:ada'})-[:READS]->(b),
     (a)-[:PART_OF]->(c), (:Entity {id: 'Thing:x', citations: ['§1 ¶1 (line 3)']})-[:PART_OF]->(c)`,
];

/** Queries for lists, counts, filters, groups, paths, neighborhoods, search and the graph. */
const queries = [
  '{ companies(first: 100) { totalCount nodes { slug degree relations(first: 50) { totalCount nodes { id } } } } }',
  '{ companies(first: 100, orderBy: [{ field: DEGREE, direction: DESC }]) { nodes { slug } groups(by: REGION) { key count } } }',
  '{ companies(where: { develops: { slug: { eq: "chatgpt" } } }) { totalCount nodes { slug } } }',
  '{ company(slug: "acme") { name } tool(slug: "chatgpt") { companies { totalCount edges { node { slug } relation { id } } } } }',
  '{ region(slug: "united-states") { companies(first: 50) { totalCount nodes { slug } } children { nodes { slug } } } }',
  '{ relations(first: 1000) { totalCount nodes { id } } node(id: "Company:acme") { id } }',
  '{ nodes(ids: ["Company:acme", "DEVELOPS:acme:chatgpt", "DEVELOPS:openai:openai"]) { id } }',
  '{ paths(from: "Company:openai", to: "Company:baidu", first: 5) { length relations { id } } }',
  '{ path: paths(from: "Company:openai", to: "Company:baidu", first: 1) { length relations { id } } }',
  '{ between(ids: ["Company:openai", "Company:baidu", "Tool:chatgpt"]) { nodes { id } links { id } } }',
  '{ neighborhood(ids: ["Company:openai"], depth: 2, limit: 500) { nodes { id } links { id } } }',
  '{ similar(id: "Company:openai", first: 10) { score entity { id } } }',
  '{ search(text: "acme") { totalCount } suggest(prefix: "acm") { text } resolve(names: ["Acme"]) { candidates { score } } }',
  '{ section(slug: "1") { entities(first: 100) { totalCount nodes { id } } } }',
  '{ graph { nodeCount linkCount nodes { id } links { id } } dataset { nodeCount linkCount types { type count } } }',
];

beforeAll(() => loadDataset(neo4j.database, projectModel(), articleDataset));

describe('Foreign data in the database', () => {
  it.each(queries)('does not change the response to %s', async (query) => {
    const server = await startServer(neo4j.database, { read: { isCacheEnabled: false } });
    onTestFinished(() => server.close());
    await alter(neo4j.database, 'MATCH (n) WHERE NOT n:AigcAtlas DETACH DELETE n');
    await alter(neo4j.database, "MATCH ()-[r]->() WHERE coalesce(r.madeBy, '') <> 'AigcAtlas' DELETE r");
    const before = await server.send<unknown>(query);
    expect(before.errors).toBeUndefined();
    for (const text of foreignWrites) await alter(neo4j.database, text);
    expect(await server.send(query)).toEqual(before);
  });
});
