import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Row, Statement } from '../../src/neo4j/database.js';
import { alter } from '../dataset/graph.js';
import { listen } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';

const own = scratchNeo4j();
/** Run before and after each read of the company. */
let before: () => Promise<void> = () => Promise.resolve();
let after: () => Promise<void> = () => Promise.resolve();

const api = listen(() => ({
  ...own.database,
  read: async (statement: Statement): Promise<Row[]> => {
    if (statement.name !== 'company') return own.database.read(statement);
    await before();
    const rows = await own.database.read(statement);
    await after();
    return rows;
  },
}));

const query = '{ company(slug: "versioned") { name } }';
const ask = () => api.ask<{ company: { name: string } }>(query);
const rename = (name: string) =>
  alter(own.database, "MATCH (company:Company {slug: 'versioned'}) SET company.name = $name", { name });

/** Waits longer than servers reuse a data version. */
const refresh = () => delay(700);

/** Creates a gate that blocks work until it is opened. */
function gate(): { open: () => void; isReached: () => boolean; pass: () => Promise<void> } {
  let isReached = false;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {
    open,
    isReached: () => isReached,
    pass: () => {
      isReached = true;
      return opened;
    },
  };
}

beforeAll(() =>
  alter(
    own.database,
    "CREATE (:AigcAtlas:Entity:Company {id: 'Company:versioned', slug: 'versioned', name: 'one', sortKey: 'v'})",
  ),
);

beforeEach(async () => {
  before = after = () => Promise.resolve();
  await rename('one');
  await refresh();
});

describe('A commit during a slow read', () => {
  it('keeps the response out of the cache when the read sees the commit', async () => {
    const slow = gate();
    before = () => slow.pass();
    const first = ask();
    await expect.poll(() => slow.isReached()).toBe(true);
    await rename('two');
    before = () => Promise.resolve();
    slow.open();
    expect(await first).toEqual({ company: { name: 'two' } });
    await rename('three');
    await refresh();
    expect(await ask()).toEqual({ company: { name: 'three' } });
  });

  it('keeps later requests from sharing the read, and its response out of the cache for the new version', async () => {
    const slow = gate();
    after = () => slow.pass();
    const first = ask();
    await expect.poll(() => slow.isReached()).toBe(true);
    after = () => Promise.resolve();
    await rename('two');
    await refresh();
    // The first request is still in flight, with data read before the commit.
    const joined = await ask();
    slow.open();
    expect(joined).toEqual({ company: { name: 'two' } });
    expect(await first).toEqual({ company: { name: 'one' } });
    expect(await ask()).toEqual({ company: { name: 'two' } });
  });
});
