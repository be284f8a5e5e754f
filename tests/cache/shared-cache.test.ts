import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import type { Database, Statement } from '../../src/neo4j/database.js';
import { alter } from '../dataset/stored-graph.js';
import { serveApi } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';
import { describeWithRedis, startRedis } from '../setup/redis.js';

const scratch = scratchNeo4j();
const redis = await startRedis();

interface CompanyData {
  readonly company: { readonly name: string } | null;
}

const query = '{ company(slug: "shared") { name } }';

/** Starts a server that caches responses in Redis, and records the names of the statements that it sends. */
function startSharingServer() {
  const sent: string[] = [];
  const database = (): Database => ({
    ...scratch.database,
    read: (statement: Statement) => {
      sent.push(statement.name);
      return scratch.database.read(statement);
    },
  });
  const read = { executor: 'jit', isCacheEnabled: true, cacheUrl: redis.url } as const;
  const api = serveApi(database, { read });
  const readSharedCacheUp = async () => {
    const text = await (await fetch(new URL('/metrics', api.url))).text();
    return /^atlas_shared_cache_up (\d)$/m.exec(text)?.[1];
  };
  return { sent, ask: (text = query) => api.query<CompanyData>(text), readSharedCacheUp };
}

const [firstServer, secondServer] = [startSharingServer(), startSharingServer()];

describeWithRedis('Servers that share a Redis', () => {
  beforeAll(async () => {
    await alter(
      scratch.database,
      "CREATE (:AigcAtlas:Entity:Company {id: 'Company:shared', slug: 'shared', name: 'Before', sortKey: 's'})",
    );
    // Wait until the servers have refreshed the data version after this write.
    await delay(1_000);
  });

  it('return responses that another server has cached without a query to Neo4j', async () => {
    const responses: CompanyData[] = [];
    // On a busy machine Redis may time out, and the servers then bypass it for a while; each attempt sends a new query.
    const isSharedWithSecond = async (): Promise<boolean> => {
      const text = `${query} # ${responses.length}`;
      for (const { sent } of [firstServer, secondServer]) sent.splice(0);
      responses.push(await firstServer.ask(text), await secondServer.ask(text));
      return firstServer.sent.includes('entity/read-tree') && !secondServer.sent.includes('entity/read-tree');
    };
    await expect.poll(isSharedWithSecond).toBe(true);
    expect(responses).toEqual(responses.map(() => ({ company: { name: 'Before' } })));
    await expect.poll(() => firstServer.readSharedCacheUp()).toBe('1');
  });

  it('return no response from before a change of the data', async () => {
    await alter(scratch.database, "MATCH (company:Company {slug: 'shared'}) SET company.name = 'After'");
    await delay(1_000);
    expect(await secondServer.ask()).toEqual({ company: { name: 'After' } });
    expect(await firstServer.ask()).toEqual({ company: { name: 'After' } });
  });

  it.each([
    ['does not respond', () => redis.freeze()],
    ['has stopped', () => redis.stop()],
  ])('query Neo4j when Redis %s', async (failure, fail) => {
    await fail();
    await alter(scratch.database, "MATCH (company:Company {slug: 'shared'}) SET company.name = $name", {
      name: failure,
    });
    await delay(1_000);
    // Redis never responds again, so a server that waits for it would never respond.
    expect(await firstServer.ask()).toEqual({ company: { name: failure } });
    expect(await firstServer.readSharedCacheUp()).toBe('0');
  });
});
