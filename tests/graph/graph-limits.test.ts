import { beforeAll, describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readSmallDataset } from '../dataset/small-dataset.js';
import { alter } from '../dataset/stored-graph.js';
import { codesOf, httpServer, type HttpResponse } from '../http/http-server.js';
import { scratchNeo4j } from '../setup/databases.js';

interface NeighborhoodData {
  readonly nodeCount: number;
  readonly truncated: boolean;
  readonly nodes: readonly { readonly id: string }[];
}

const neo4j = scratchNeo4j();
/** Short enough that no path query runs out of Neo4j's memory, even on a fast machine. */
const budgetMs = 1_500;
const server = httpServer(() => neo4j.database, { operationTimeoutMs: budgetMs }, false);
/** A server on the same Neo4j with enough time to plan a statement on a busy machine. */
const patientServer = httpServer(() => neo4j.database, { operationTimeoutMs: 60_000 }, false);

beforeAll(async () => {
  await loadDataset(neo4j.database, projectModel(), await readSmallDataset());
  for (const text of [chain, star, clique]) await alter(neo4j.database, text);
});

/** A chain of seven companies. */
const chain = `
  UNWIND range(0, 6) AS i CREATE (:AigcAtlas:Entity:Company {id: 'Company:chain-' + i})
  WITH count(*) AS made
  UNWIND range(0, 5) AS i
  MATCH (a:Entity {id: 'Company:chain-' + i}), (b:Entity {id: 'Company:chain-' + (i + 1)})
  CREATE (a)-[:PART_OF {madeBy: 'AigcAtlas', heldBy: 'AigcAtlas', id: 'PART_OF:chain-' + i, status: 'CONFIRMED'}]->(b)`;

/** One company with more tools than the maximum limit. */
const star = `
  CREATE (hub:AigcAtlas:Entity:Company {id: 'Company:hub'})
  WITH hub
  UNWIND range(1, 10050) AS i
  CREATE (hub)-[:DEVELOPS {madeBy: 'AigcAtlas', heldBy: 'AigcAtlas', id: 'DEVELOPS:hub-' + i, status: 'CONFIRMED'}]->(:AigcAtlas:Entity:Tool {id: 'Tool:spoke-' + i})`;

/**
 * Two companies with one relation, and forty fully connected companies behind the second. There is only one path
 * between the two, but to prove that Neo4j needs far more than the time limit. It needs little memory, because it keeps
 * only partial paths from the first company.
 */
const clique = `
  CREATE (:AigcAtlas:Entity:Company {id: 'Company:start'})-[:USES {madeBy: 'AigcAtlas', heldBy: 'AigcAtlas', id: 'USES:start', status: 'CONFIRMED'}]->(target:AigcAtlas:Entity:Company {id: 'Company:target'})
  WITH target
  UNWIND range(1, 40) AS i
  CREATE (member:AigcAtlas:Entity:Company {id: 'Company:member-' + i, number: i})
  WITH target, collect(member) AS members
  UNWIND members AS one
  UNWIND members AS other
  WITH target, members, one, other WHERE one.number < other.number
  CREATE (one)-[:USES {madeBy: 'AigcAtlas', heldBy: 'AigcAtlas', id: 'USES:' + one.number + ':' + other.number, status: 'CONFIRMED'}]->(other)
  WITH DISTINCT target, members[0] AS first
  CREATE (target)-[:USES {madeBy: 'AigcAtlas', heldBy: 'AigcAtlas', id: 'USES:member', status: 'CONFIRMED'}]->(first)`;

describe('The neighborhood of an entity', () => {
  it.each([
    ['depth: 9', 5],
    ['depth: 4', 5],
    ['depth: 3', 4],
    ['', 2],
    ['depth: 0', 1],
    ['depth: -7', 1],
  ])('has a depth of at most four, and of one by default (%s)', async (depth, count) => {
    const neighborhood = await readNeighborhood('Company:chain-0', depth);
    const ids = Array.from({ length: count }, (_, index) => ({ id: `Company:chain-${index}` }));
    expect(neighborhood).toEqual({ nodeCount: count, truncated: false, nodes: ids });
  });

  it.each([
    ['', 500],
    ['limit: null', 500],
    ['limit: 10000', 10_000],
    ['limit: 2000000', 10_000],
    ['limit: 1', 1],
    ['limit: -3', 0],
  ])('is truncated to at most 10,000 entities, and to 500 by default (%s)', async (limit, count) => {
    const { nodeCount, truncated } = await readNeighborhood('Company:hub', limit, 'nodeCount truncated');
    expect([nodeCount, truncated]).toEqual([count, true]);
  });

  it('contains the requested entities first, then the nearest ones, at the same distance by id', async () => {
    const ids = ['Company:chain-6', 'Company:hub'];
    const text = `MATCH (seed:Entity)--(n) WHERE seed.id IN $ids AND NOT n.id IN $ids RETURN DISTINCT n.id AS id ORDER BY id LIMIT 3`;
    const nearest = await neo4j.database.read({ name: 'test', text, parameters: { ids } });
    const { nodes } = await readNeighborhood('Company:hub", "Company:chain-6', 'limit: 5');
    expect(nodes.map(({ id }) => id).toSorted()).toEqual([...ids, ...nearest.map(({ id }) => String(id))].toSorted());
  });
});

const slowQuery = '{ paths(from: "Company:start", to: "Company:target", first: 25, maxLength: 10) { length } }';

describe('A path query that exceeds its time limit', () => {
  // Runs first, so that Neo4j has planned the statement: on a busy machine planning alone may exceed the time limit.
  it('finishes in time if both ends are close', async () => {
    const shortQuery = '{ paths(from: "Company:chain-0", to: "Company:chain-3", first: 25, maxLength: 10) { length } }';
    expect(codesOf(await patientServer.post({ query: shortQuery }))).toEqual([]);
    expect(codesOf(await server.post({ query: shortQuery }))).toEqual([]);
  });

  it('is terminated in Neo4j with an error that says what to do', async () => {
    // The query would take years, so any response proves that the deadline has ended it.
    const { response } = await sendSlowQuery(() => Promise.resolve());
    expect([response.status, codesOf(response)]).toEqual([503, ['DATABASE_TIMEOUT']]);
    expect(response.body.errors?.[0]?.message).toMatch(/longer than.*Request less/);
    await expect.poll(countRunning).toBe(0);
  });

  it('does not block other queries', async () => {
    const otherQuery = '{ paths(from: "Company:chain-0", to: "Company:chain-3") { length } }';
    expect(codesOf(await patientServer.post({ query: otherQuery }))).toEqual([]);
    // On a busy machine the other query may outlast the first one's time limit, so try again.
    const readOrder = async (): Promise<string[]> => {
      const events: string[] = [];
      const { response } = await sendSlowQuery(async (isFinished) => {
        const { body } = await server.post({ query: otherQuery });
        if (!isFinished()) events.push(JSON.stringify(body.data));
      });
      return [...events, ...codesOf(response)];
    };
    await expect.poll(readOrder).toEqual(['{"paths":[{"length":3}]}', 'DATABASE_TIMEOUT']);
  });
});

/** Sends the slow query, runs `meanwhile` while Neo4j executes it, and returns its response. */
async function sendSlowQuery(
  meanwhile: (isFinished: () => boolean) => Promise<void>,
): Promise<{ response: HttpResponse }> {
  for (;;) {
    const state = { isFinished: false };
    const pendingResponse = server.post({ query: slowQuery }).finally(() => (state.isFinished = true));
    let isObserved = false;
    // A busy machine may not observe the query in time; then send it again.
    while (!state.isFinished && !isObserved) isObserved = (await countRunning()) === 1;
    if (isObserved) await meanwhile(() => state.isFinished);
    const response = await pendingResponse;
    if (isObserved) return { response };
  }
}

async function readNeighborhood(
  id: string,
  args: string,
  fields = 'nodeCount truncated nodes { id }',
): Promise<NeighborhoodData> {
  const { body } = await patientServer.post({ query: `{ neighborhood(ids: ["${id}"], ${args}) { ${fields} } }` });
  expect(body.errors).toBeUndefined();
  return (body.data as { neighborhood: NeighborhoodData }).neighborhood; // the selection set of the query
}

/** Returns the number of statements for several paths that Neo4j is executing. */
async function countRunning(): Promise<number> {
  const text = 'SHOW TRANSACTIONS YIELD metaData, currentQuery RETURN metaData.query AS query, currentQuery';
  const rows = await neo4j.database.read({ name: 'show', text, parameters: {} });
  return rows.filter(({ query, currentQuery }) => query === 'paths' && String(currentQuery).includes('USING JOIN'))
    .length;
}
