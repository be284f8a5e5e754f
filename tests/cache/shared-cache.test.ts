import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import type { Database, Statement } from '../../src/neo4j/database.js';
import { alter } from '../dataset/graph.js';
import { listen } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';
import { describeWithRedis, startRedis } from '../setup/redis.js';

const own = scratchNeo4j();
const redis = await startRedis();

interface Named {
  readonly company: { readonly name: string } | null;
}

const query = '{ company(slug: "shared") { name } }';

/** Starts a server that caches responses in Redis, and records the names of the statements that it sends. */
function sharingServer() {
  const sent: string[] = [];
  const database = (): Database => ({
    ...own.database,
    read: (statement: Statement) => {
      sent.push(statement.name);
      return own.database.read(statement);
    },
  });
  const read = { executor: 'jit', cache: true, cacheUrl: redis.url } as const;
  const api = listen(database, { read });
  const readSharedCacheUp = async () => {
    const text = await (await fetch(new URL('/metrics', api.url))).text();
    return /^atlas_shared_cache_up (\d)$/m.exec(text)?.[1];
  };
  return { sent, ask: (text = query) => api.ask<Named>(text), readSharedCacheUp };
}

const [one, other] = [sharingServer(), sharingServer()];

describeWithRedis('Servers that share a Redis', () => {
  beforeAll(async () => {
    await alter(
      own.database,
      "CREATE (:AigcAtlas:Entity:Company {id: 'Company:shared', slug: 'shared', name: 'Before', sortKey: 's'})",
    );
    // Wait until the servers have refreshed the data version after this write.
    await delay(1_000);
  });

  it('return responses that another server has cached without a query to Neo4j', async () => {
    const answers: Named[] = [];
    // On a busy machine Redis may time out, and the servers then bypass it for a while; each attempt sends a new query.
    const isSharedWithSecond = async (): Promise<boolean> => {
      const text = `${query} # ${answers.length}`;
      for (const { sent } of [one, other]) sent.splice(0);
      answers.push(await one.ask(text), await other.ask(text));
      return one.sent.includes('company') && !other.sent.includes('company');
    };
    await expect.poll(isSharedWithSecond).toBe(true);
    expect(answers).toEqual(answers.map(() => ({ company: { name: 'Before' } })));
    await expect.poll(() => one.readSharedCacheUp()).toBe('1');
  });

  it('return no response from before a change of the data', async () => {
    await alter(own.database, "MATCH (company:Company {slug: 'shared'}) SET company.name = 'After'");
    await delay(1_000);
    expect(await other.ask()).toEqual({ company: { name: 'After' } });
    expect(await one.ask()).toEqual({ company: { name: 'After' } });
  });

  it.each([
    ['does not respond', () => redis.freeze()],
    ['has stopped', () => redis.stop()],
  ])('query Neo4j when Redis %s', async (what, fail) => {
    await fail();
    await alter(own.database, "MATCH (company:Company {slug: 'shared'}) SET company.name = $name", {
      name: what,
    });
    await delay(1_000);
    // Redis never responds again, so a server that waits for it would never respond.
    expect(await one.ask()).toEqual({ company: { name: what } });
    expect(await one.readSharedCacheUp()).toBe('0');
  });
});
