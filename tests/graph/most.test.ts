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
/** Little enough that no walk takes more memory than Neo4j has, however fast the computer. */
const budgetMs = 1_500;
const server = httpServer(() => neo4j.database, { operationTimeoutMs: budgetMs }, false);
/** The same over the same Neo4j, with time to have a statement planned on a busy computer. */
const patient = httpServer(() => neo4j.database, { operationTimeoutMs: 60_000 }, false);

beforeAll(async () => {
  await loadDataset(neo4j.database, projectModel(), await readSmallDataset());
  for (const text of [chain, star, maze]) await alter(neo4j.database, text);
});

/** Seven companies in a row. */
const chain = `
  UNWIND range(0, 6) AS i CREATE (:AigcAtlas:Entity:Company {id: 'Company:chain-' + i})
  WITH count(*) AS made
  UNWIND range(0, 5) AS i
  MATCH (a:Entity {id: 'Company:chain-' + i}), (b:Entity {id: 'Company:chain-' + (i + 1)})
  CREATE (a)-[:PART_OF {madeBy: 'AigcAtlas', id: 'PART_OF:chain-' + i, status: 'CONFIRMED'}]->(b)`;

/** One company with more tools than may be asked for. */
const star = `
  CREATE (hub:AigcAtlas:Entity:Company {id: 'Company:hub'})
  WITH hub
  UNWIND range(1, 10050) AS i
  CREATE (hub)-[:DEVELOPS {madeBy: 'AigcAtlas', id: 'DEVELOPS:hub-' + i, status: 'CONFIRMED'}]->(:AigcAtlas:Entity:Tool {id: 'Tool:spoke-' + i})`;

/**
 * Two companies that one relation joins, behind the second of them forty that all know each other: there is no other
 * walk. To see that takes far more than its time, but little memory: Neo4j keeps only halves that begin at the first.
 */
const maze = `
  CREATE (:AigcAtlas:Entity:Company {id: 'Company:gate'})-[:USES {madeBy: 'AigcAtlas', id: 'USES:gate', status: 'CONFIRMED'}]->(a:AigcAtlas:Entity:Company {id: 'Company:goal'})
  WITH a
  UNWIND range(1, 40) AS i
  CREATE (room:AigcAtlas:Entity:Company {id: 'Company:room-' + i, place: i})
  WITH a, collect(room) AS rooms
  UNWIND rooms AS one
  UNWIND rooms AS other
  WITH a, rooms, one, other WHERE one.place < other.place
  CREATE (one)-[:USES {madeBy: 'AigcAtlas', id: 'USES:' + one.place + ':' + other.place, status: 'CONFIRMED'}]->(other)
  WITH DISTINCT a, rooms[0] AS door
  CREATE (a)-[:USES {madeBy: 'AigcAtlas', id: 'USES:door', status: 'CONFIRMED'}]->(door)`;

describe('the surroundings of an entity', () => {
  it.each([
    ['depth: 9', 5],
    ['depth: 4', 5],
    ['depth: 3', 4],
    ['', 2],
    ['depth: 0', 1],
    ['depth: -7', 1],
  ])('reach no further than four relations, and one unless told (%s)', async (depth, count) => {
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
  ])('hold no more than 10,000 entities, 500 unless told, and say that there are more (%s)', async (limit, count) => {
    const { nodeCount, truncated } = await around('Company:hub', limit, 'nodeCount truncated');
    expect([nodeCount, truncated]).toEqual([count, true]);
  });

  it('hold first of all what was asked for, then what is nearest', async () => {
    const { nodes } = await around('Company:hub", "Company:chain-6', 'limit: 5');
    expect(nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['Company:chain-6', 'Company:hub']));
    expect(nodes).toHaveLength(5);
  });
});

const lost = '{ paths(from: "Company:gate", to: "Company:goal", first: 25, maxLength: 10) { length } }';

describe('a traversal that would take longer than its time', () => {
  // First, so that the statement is planned: on a busy computer that alone could take more than all of the time.
  it('is none where both ends are near', async () => {
    const short = '{ paths(from: "Company:chain-0", to: "Company:chain-3", first: 25, maxLength: 10) { length } }';
    expect(codesOf(await patient.post({ query: short }))).toEqual([]);
    expect(codesOf(await server.post({ query: short }))).toEqual([]);
  });

  it('is ended with an error that says what to do, and is gone from Neo4j', async () => {
    // It would take years: to be answered at all is to be ended at the deadline.
    const { answer } = await asking(() => Promise.resolve());
    expect([answer.status, codesOf(answer)]).toEqual([503, ['DATABASE_TIMEOUT']]);
    expect(answer.body.errors?.[0]?.message).toMatch(/longer than.*Request less/);
    await expect.poll(running).toBe(0);
  });

  it('keeps no other from its answer', async () => {
    const other = '{ paths(from: "Company:chain-0", to: "Company:chain-3") { length } }';
    expect(codesOf(await patient.post({ query: other }))).toEqual([]);
    // On a busy computer the other may take longer than the time of the first, which then says nothing.
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

/** Asks for what takes too long, does something once Neo4j is seen to run it, and gives the answer. */
async function asking(meanwhile: (isOver: () => boolean) => Promise<void>): Promise<{ answer: HttpAnswer }> {
  for (;;) {
    const state = { isOver: false };
    const asked = server.post({ query: lost }).finally(() => (state.isOver = true));
    let isSeen = false;
    // A computer that is too busy to look in time looks once more.
    while (!state.isOver && !isSeen) isSeen = (await running()) === 1;
    if (isSeen) await meanwhile(() => state.isOver);
    const answer = await asked;
    if (isSeen) return { answer };
  }
}

async function around(id: string, args: string, fields = 'nodeCount truncated nodes { id }'): Promise<Drawn> {
  const { body } = await patient.post({ query: `{ neighborhood(ids: ["${id}"], ${args}) { ${fields} } }` });
  expect(body.errors).toBeUndefined();
  return (body.data as { neighborhood: Drawn }).neighborhood; // what the query asks for
}

/** How many statements for walks with several results Neo4j is running. */
async function running(): Promise<number> {
  const text = 'SHOW TRANSACTIONS YIELD metaData, currentQuery RETURN metaData.query AS query, currentQuery';
  const rows = await neo4j.database.read({ name: 'show', text, parameters: {} });
  return rows.filter(({ query, currentQuery }) => query === 'paths' && String(currentQuery).includes('USING JOIN'))
    .length;
}
