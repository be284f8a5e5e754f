import { beforeAll, describe, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readSmallDataset } from '../dataset/data-folder.js';
import { alter } from '../dataset/graph.js';
import { codesOf, httpServer, type HttpAnswer } from '../http/http-server.js';
import { scratchNeo4j } from '../setup/databases.js';

interface Drawn {
  readonly nodeCount: number;
  readonly truncated: boolean;
  readonly nodes: readonly { readonly id: string }[];
}

const neo4j = scratchNeo4j();
/** Short enough that no path query runs out of Neo4j's memory, even on a fast machine. */
const budgetMs = 1_500;
const server = httpServer(() => neo4j.database, { operationTimeoutMs: budgetMs }, false);
/** A server on the same Neo4j with enough time to plan a statement on a busy machine. */
const patient = httpServer(() => neo4j.database, { operationTimeoutMs: 60_000 }, false);

beforeAll(async () => {
  await loadDataset(neo4j.database, projectModel(), await readSmallDataset());
  for (const text of [chain, star, maze]) await alter(neo4j.database, text);
});

/** A chain of seven companies. */
const chain = `
  UNWIND range(0, 6) AS i CREATE (:AigcAtlas:Entity:Company {id: 'Company:chain-' + i})
  WITH count(*) AS made
  UNWIND range(0, 5) AS i
  MATCH (a:Entity {id: 'Company:chain-' + i}), (b:Entity {id: 'Company:chain-' + (i + 1)})
  CREATE (a)-[:PART_OF {madeBy: 'AigcAtlas', id: 'PART_OF:chain-' + i, status: 'CONFIRMED'}]->(b)`;

/** One company with more tools than the maximum limit. */
const star = `
  CREATE (hub:AigcAtlas:Entity:Company {id: 'Company:hub'})
  WITH hub
  UNWIND range(1, 10050) AS i
  CREATE (hub)-[:DEVELOPS {madeBy: 'AigcAtlas', id: 'DEVELOPS:hub-' + i, status: 'CONFIRMED'}]->(:AigcAtlas:Entity:Tool {id: 'Tool:spoke-' + i})`;

/**
 * Two companies with one relation, and forty fully connected companies behind the second. There is only one path
 * between the two, but to prove that Neo4j needs far more than the time limit. It needs little memory, because it keeps
 * only partial paths from the first company.
 */
const maze = `
  CREATE (:AigcAtlas:Entity:Company {id: 'Company:start'})-[:USES {madeBy: 'AigcAtlas', id: 'USES:start', status: 'CONFIRMED'}]->(target:AigcAtlas:Entity:Company {id: 'Company:target'})
  WITH target
  UNWIND range(1, 40) AS i
  CREATE (member:AigcAtlas:Entity:Company {id: 'Company:member-' + i, number: i})
  WITH target, collect(member) AS members
  UNWIND members AS one
  UNWIND members AS other
  WITH target, members, one, other WHERE one.number < other.number
  CREATE (one)-[:USES {madeBy: 'AigcAtlas', id: 'USES:' + one.number + ':' + other.number, status: 'CONFIRMED'}]->(other)
  WITH DISTINCT target, members[0] AS first
  CREATE (target)-[:USES {madeBy: 'AigcAtlas', id: 'USES:member', status: 'CONFIRMED'}]->(first)`;

describe('The neighborhood of an entity', () => {
  it.each([
    ['depth: 9', 5],
    ['depth: 4', 5],
    ['depth: 3', 4],
    ['', 2],
    ['depth: 0', 1],
    ['depth: -7', 1],
  ])('has a depth of at most four, and of one by default (%s)', async (depth, count) => {
    const found = await around('Company:chain-0', depth);
    const ids = Array.from({ length: count }, (_, place) => ({ id: `Company:chain-${place}` }));
    expect(found).toEqual({ nodeCount: count, truncated: false, nodes: ids });
  });

  it.each([
    ['', 500],
    ['limit: null', 500],
    ['limit: 10000', 10_000],
    ['limit: 2000000', 10_000],
    ['limit: 1', 1],
    ['limit: -3', 0],
  ])('is truncated to at most 10,000 entities, and to 500 by default (%s)', async (limit, count) => {
    const { nodeCount, truncated } = await around('Company:hub', limit, 'nodeCount truncated');
    expect([nodeCount, truncated]).toEqual([count, true]);
  });

  it('contains the requested entities first, then the nearest ones', async () => {
    const { nodes } = await around('Company:hub", "Company:chain-6', 'limit: 5');
    expect(nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['Company:chain-6', 'Company:hub']));
    expect(nodes).toHaveLength(5);
  });
});

const lost = '{ paths(from: "Company:start", to: "Company:target", first: 25, maxLength: 10) { length } }';

describe('A path query that exceeds its time limit', () => {
  // Runs first, so that Neo4j has planned the statement: on a busy machine planning alone may exceed the time limit.
  it('finishes in time if both ends are close', async () => {
    const short = '{ paths(from: "Company:chain-0", to: "Company:chain-3", first: 25, maxLength: 10) { length } }';
    expect(codesOf(await patient.post({ query: short }))).toEqual([]);
    expect(codesOf(await server.post({ query: short }))).toEqual([]);
  });

  it('is terminated in Neo4j with an error that says what to do', async () => {
    // The query would take years, so any response proves that the deadline has ended it.
    const { answer } = await asking(() => Promise.resolve());
    expect([answer.status, codesOf(answer)]).toEqual([503, ['DATABASE_TIMEOUT']]);
    expect(answer.body.errors?.[0]?.message).toMatch(/longer than.*Request less/);
    await expect.poll(running).toBe(0);
  });

  it('does not block other queries', async () => {
    const other = '{ paths(from: "Company:chain-0", to: "Company:chain-3") { length } }';
    expect(codesOf(await patient.post({ query: other }))).toEqual([]);
    // On a busy machine the other query may outlast the first one's time limit, so try again.
    const order = async (): Promise<string[]> => {
      const events: string[] = [];
      const { answer } = await asking(async (isOver) => {
        const { body } = await server.post({ query: other });
        if (!isOver()) events.push(JSON.stringify(body.data));
      });
      return [...events, ...codesOf(answer)];
    };
    await expect.poll(order).toEqual(['{"paths":[{"length":3}]}', 'DATABASE_TIMEOUT']);
  });
});

/** Sends the slow query, runs `meanwhile` while Neo4j executes it, and returns its response. */
async function asking(meanwhile: (isOver: () => boolean) => Promise<void>): Promise<{ answer: HttpAnswer }> {
  for (;;) {
    const state = { isFinished: false };
    const asked = server.post({ query: lost }).finally(() => (state.isFinished = true));
    let isSeen = false;
    // A busy machine may not observe the query in time; then send it again.
    while (!state.isFinished && !isSeen) isSeen = (await running()) === 1;
    if (isSeen) await meanwhile(() => state.isFinished);
    const answer = await asked;
    if (isSeen) return { answer };
  }
}

async function around(id: string, args: string, fields = 'nodeCount truncated nodes { id }'): Promise<Drawn> {
  const { body } = await patient.post({ query: `{ neighborhood(ids: ["${id}"], ${args}) { ${fields} } }` });
  expect(body.errors).toBeUndefined();
  return (body.data as { neighborhood: Drawn }).neighborhood; // the selection set of the query
}

/** Returns the number of statements for several paths that Neo4j is executing. */
async function running(): Promise<number> {
  const text = 'SHOW TRANSACTIONS YIELD metaData, currentQuery RETURN metaData.query AS query, currentQuery';
  const rows = await neo4j.database.read({ name: 'show', text, parameters: {} });
  return rows.filter(({ query, currentQuery }) => query === 'paths' && String(currentQuery).includes('USING JOIN'))
    .length;
}
