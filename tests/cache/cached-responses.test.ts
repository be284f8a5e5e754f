import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Statement } from '../../src/neo4j/database.js';
import { alter } from '../dataset/graph.js';
import { listen } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';

const own = scratchNeo4j();
const sent: string[] = [];

const api = listen(() => ({
  ...own.database,
  read: (statement: Statement) => {
    sent.push(statement.name);
    return own.database.read(statement);
  },
}));

interface Named {
  readonly company: { readonly name: string } | null;
}

const query = '{ company(slug: "made-up") { name } }';

beforeAll(() =>
  alter(
    own.database,
    "CREATE (:AigcAtlas:Entity:Company {id: 'Company:made-up', slug: 'made-up', name: 'Before', sortKey: 'b'})",
  ),
);

describe('Cached responses', () => {
  it('are returned without a query to Neo4j while the data does not change', async () => {
    await api.ask<Named>(query);
    // A response is cached when its statement ends, which may be after the response is sent.
    await expect.poll(() => isAnsweredFromCache()).toBe(true);
    for (let times = 0; times < 5; times += 1) expect(await isAnsweredFromCache()).toBe(true);
  });

  it('are at most one second old, even when another client writes to Neo4j', async () => {
    expect(await api.ask<Named>(query)).toEqual({ company: { name: 'Before' } });
    await alter(own.database, "MATCH (company:Company {slug: 'made-up'}) SET company.name = 'After'");
    await delay(1_000);
    expect(await api.ask<Named>(query)).toEqual({ company: { name: 'After' } });
  });

  it('never contain errors', async () => {
    const broken = '{ companies(after: "broken") { nodes { slug } } }';
    const first = await api.send(broken);
    const second = await api.send(broken);
    expect([first, second].map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
    ]);
  });
});

/** Sends the query; true if the server does not query Neo4j for it. */
async function isAnsweredFromCache(): Promise<boolean> {
  sent.length = 0;
  await api.ask<Named>(query);
  return !sent.includes('company');
}
