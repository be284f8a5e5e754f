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

/** A server that keeps its answers in the Redis, and the names of the statements that it has sent. */
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
  const isShared = async () => {
    const text = await (await fetch(new URL('/metrics', api.url))).text();
    return /^atlas_shared_cache_up (\d)$/m.exec(text)?.[1];
  };
  return { sent, ask: (text = query) => api.ask<Named>(text), isShared };
}

const [one, other] = [sharingServer(), sharingServer()];

describeWithRedis('Servers that share a Redis', () => {
  beforeAll(async () => {
    await alter(
      own.database,
      "CREATE (:AigcAtlas:Entity:Company {id: 'Company:shared', slug: 'shared', name: 'Before', sortKey: 's'})",
    );
    // By then what the servers know of the data's version is of after this.
    await delay(1_000);
  });

  it('give what another has answered without asking Neo4j', async () => {
    const answers: Named[] = [];
    // On a busy computer the Redis may be too late, and is then left alone for a while: another request is asked then.
    const isGiven = async (): Promise<boolean> => {
      const text = `${query} # ${answers.length}`;
      for (const { sent } of [one, other]) sent.splice(0);
      answers.push(await one.ask(text), await other.ask(text));
      return one.sent.includes('company') && !other.sent.includes('company');
    };
    await expect.poll(isGiven).toBe(true);
    expect(answers).toEqual(answers.map(() => ({ company: { name: 'Before' } })));
    await expect.poll(() => one.isShared()).toBe('1');
  });

  it('give nothing of before the data was changed', async () => {
    await alter(own.database, "MATCH (company:Company {slug: 'shared'}) SET company.name = 'After'");
    await delay(1_000);
    expect(await other.ask()).toEqual({ company: { name: 'After' } });
    expect(await one.ask()).toEqual({ company: { name: 'After' } });
  });

  it.each([
    ['says nothing', () => redis.freeze()],
    ['has gone', () => redis.stop()],
  ])('answer without it where it %s', async (what, fail) => {
    await fail();
    await alter(own.database, "MATCH (company:Company {slug: 'shared'}) SET company.name = $name", {
      name: what,
    });
    await delay(1_000);
    // The Redis never speaks again: who waited for it would have no answer.
    expect(await one.ask()).toEqual({ company: { name: what } });
    expect(await one.isShared()).toBe('0');
  });
});
