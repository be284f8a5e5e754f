import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Row, Statement } from '../../src/neo4j/database.js';
import { alter } from '../dataset/stored-graph.js';
import { serveApi } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';

const scratch = scratchNeo4j();
/** Run before and after each read of the company. */
let beforeRead: () => Promise<void> = () => Promise.resolve();
let afterRead: () => Promise<void> = () => Promise.resolve();

const api = serveApi(() => ({
  ...scratch.database,
  read: async (statement: Statement): Promise<Row[]> => {
    if (statement.name !== 'entity/read-tree') return scratch.database.read(statement);
    await beforeRead();
    const rows = await scratch.database.read(statement);
    await afterRead();
    return rows;
  },
}));

const query = '{ company(slug: "versioned") { name } }';
const sendQuery = () => api.query<{ company: { name: string } }>(query);
const renameCompany = (name: string) =>
  alter(scratch.database, "MATCH (company:Company {slug: 'versioned'}) SET company.name = $name", { name });

/** Waits longer than servers reuse a data version. */
const waitForRefresh = () => delay(700);

/** Creates a gate that blocks work until it is opened. */
function createGate(): { open: () => void; isReached: () => boolean; wait: () => Promise<void> } {
  let isReached = false;
  let open: () => void = () => undefined;
  const opening = new Promise<void>((resolve) => (open = resolve));
  return {
    open,
    isReached: () => isReached,
    wait: () => {
      isReached = true;
      return opening;
    },
  };
}

beforeAll(() =>
  alter(
    scratch.database,
    "CREATE (:AigcAtlas:Entity:Company {id: 'Company:versioned', slug: 'versioned', name: 'one', sortKey: 'v'})",
  ),
);

beforeEach(async () => {
  beforeRead = afterRead = () => Promise.resolve();
  await renameCompany('one');
  await waitForRefresh();
});

describe('A commit during a slow read', () => {
  it('keeps the response out of the cache when the read sees the commit', async () => {
    const gate = createGate();
    beforeRead = () => gate.wait();
    const first = sendQuery();
    await expect.poll(() => gate.isReached()).toBe(true);
    await renameCompany('two');
    beforeRead = () => Promise.resolve();
    gate.open();
    expect(await first).toEqual({ company: { name: 'two' } });
    await renameCompany('three');
    await waitForRefresh();
    expect(await sendQuery()).toEqual({ company: { name: 'three' } });
  });

  it('keeps later requests from sharing the read, and its response out of the cache for the new version', async () => {
    const gate = createGate();
    afterRead = () => gate.wait();
    const first = sendQuery();
    await expect.poll(() => gate.isReached()).toBe(true);
    afterRead = () => Promise.resolve();
    await renameCompany('two');
    await waitForRefresh();
    // The first request is still in flight, with data read before the commit.
    const second = await sendQuery();
    gate.open();
    expect(second).toEqual({ company: { name: 'two' } });
    expect(await first).toEqual({ company: { name: 'one' } });
    expect(await sendQuery()).toEqual({ company: { name: 'two' } });
  });
});
