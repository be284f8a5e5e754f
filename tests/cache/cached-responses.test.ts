import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Statement } from '../../src/neo4j/database.js';
import { alter } from '../dataset/stored-graph.js';
import { serveApi } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';

const scratch = scratchNeo4j();
const sent: string[] = [];

const api = serveApi(() => ({
  ...scratch.database,
  read: (statement: Statement) => {
    sent.push(statement.name);
    return scratch.database.read(statement);
  },
}));

interface CompanyData {
  readonly company: { readonly name: string } | null;
}

const query = '{ company(slug: "made-up") { name } }';

beforeAll(() =>
  alter(
    scratch.database,
    "CREATE (:AigcAtlas:Entity:Company {id: 'Company:made-up', slug: 'made-up', name: 'Before', sortKey: 'b'})",
  ),
);

describe('Cached responses', () => {
  it('are returned without a query to Neo4j while the data does not change', async () => {
    await api.query<CompanyData>(query);
    // A response is cached when its statement ends, which may be after the response is sent.
    await expect.poll(() => isServedFromCache()).toBe(true);
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await isServedFromCache()).toBe(true);
  });

  it('are at most one second old, even when another client writes to Neo4j', async () => {
    expect(await api.query<CompanyData>(query)).toEqual({ company: { name: 'Before' } });
    await alter(scratch.database, "MATCH (company:Company {slug: 'made-up'}) SET company.name = 'After'");
    await delay(1_000);
    expect(await api.query<CompanyData>(query)).toEqual({ company: { name: 'After' } });
  });

  it('never contain errors', async () => {
    const invalidQuery = '{ companies(after: "broken") { nodes { slug } } }';
    const first = await api.send(invalidQuery);
    const second = await api.send(invalidQuery);
    expect([first, second].map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
    ]);
  });
});

/** Sends the query; true if the server does not query Neo4j for it. */
async function isServedFromCache(): Promise<boolean> {
  sent.length = 0;
  await api.query<CompanyData>(query);
  return !sent.includes('entity/read-tree');
}
