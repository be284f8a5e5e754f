import type { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveApi, testHttpConfig } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { recordStatements, type RecordingDatabase } from '../setup/recording-database.js';
import { composeSupergraph, jobBoardSdl, readSubgraphSdl, sampleQueries } from './job-board.js';
import { startGateway, startJobBoard } from './job-board.js';
import type { RunningSubgraph } from './job-board.js';

const neo4j = sharedNeo4j();
let database: RecordingDatabase;
const api = serveApi(() => (database = recordStatements(neo4j.database)), {
  http: { ...testHttpConfig, isSubgraph: true },
  read: { isCacheEnabled: false },
});
let jobBoard: RunningSubgraph;
let gateway: ApolloServer;

beforeAll(async () => {
  jobBoard = await startJobBoard();
  const atlasSdl = await readSubgraphSdl(api);
  const supergraph = composeSupergraph({ atlas: [atlasSdl, api.url], jobs: [jobBoardSdl, jobBoard.url] });
  gateway = await startGateway(supergraph);
});

afterAll(async () => {
  await gateway.stop();
  await jobBoard.stop();
});

/** Runs an operation on the gateway; returns its data and the root fields of the statements that it sent to Neo4j. */
async function query(text: string): Promise<{ data: unknown; statements: string[] }> {
  database.takeStatements();
  const { body } = await gateway.executeOperation({ query: text });
  if (body.kind !== 'single') throw new Error('The response of the gateway must not be incremental.');
  const { data, errors } = body.singleResult;
  if (errors) throw new Error(JSON.stringify(errors));
  const statements = database.takeStatements().filter(({ requestIds }) => requestIds !== undefined);
  return { data, statements: statements.map(({ name }) => name) };
}

describe('A gateway of this subgraph and a second one', () => {
  it('adds fields of the second one to entities of this one, by id and by slug', async () => {
    const { data, statements } = await query(`{
      company(slug: "openai") { name jobs { title } tools(first: 2, where: { slug: { in: ["dall-e", "sora"] } }) {
        totalCount nodes { name jobs { title } }
      } }
      search(text: "baidu", first: 1) { nodes { name ... on Company { jobs { title } } } }
    }`);
    expect(data).toEqual({
      company: {
        name: 'OpenAI',
        jobs: [{ title: 'Painter' }, { title: 'Writer' }],
        tools: {
          totalCount: 2,
          nodes: [
            { name: 'DALL·E', jobs: [{ title: 'Painter' }, { title: 'Writer' }] },
            { name: 'Sora', jobs: [] },
          ],
        },
      },
      search: { nodes: [{ name: 'Baidu', jobs: [{ title: 'Driver' }] }] },
    });
    expect(statements.toSorted()).toEqual(['company', 'search']);
  });

  it('reads the entities that the second one refers to with one statement; an unknown one is null', async () => {
    const { data, statements } = await query('{ jobs { title company { name tools(first: 1) { nodes { name } } } } }');
    expect(data).toMatchObject({
      jobs: [
        { title: 'Painter', company: { name: 'OpenAI', tools: { nodes: [{ name: expect.any(String) }] } } },
        { title: 'Driver', company: { name: 'Baidu' } },
        { title: 'Writer', company: { name: 'OpenAI' } },
        { title: 'Nobody', company: null },
      ],
    });
    expect(statements).toEqual(['_entities']);
  });

  it('reads entities by slug, and goes back and forth between the two', async () => {
    const { data, statements } = await query(`{
      company(slug: "baidu") { jobs { title } }
      tool(slug: "kite") { jobs { title company { name jobs { tools { id name } } } } }
    }`);
    const tools = [
      { id: 'Tool:dall-e', name: 'DALL·E' },
      { id: 'Tool:kite', name: 'Kite' },
    ];
    expect(data).toEqual({
      company: { jobs: [{ title: 'Driver' }] },
      tool: { jobs: [{ title: 'Painter', company: { name: 'OpenAI', jobs: [{ tools }, { tools: [tools[0]] }] } }] },
    });
    expect(statements.toSorted()).toEqual(['_entities', '_entities', 'entity/read-tree', 'entity/read-tree']);
  });

  it('answers the queries that docs/operations.md shows', async () => {
    const [fromCompanies, fromJobs] = await Promise.all(sampleQueries.map(async (text) => (await query(text)).data));
    expect(sampleQueries).toHaveLength(2);
    expect(fromCompanies).toMatchObject({
      companies: { nodes: expect.arrayContaining([{ name: 'Adobe', jobs: [] }]) },
    });
    expect(fromJobs).toMatchObject({ jobs: expect.arrayContaining([expect.objectContaining({ title: 'Driver' })]) });
  });
});
