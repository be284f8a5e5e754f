import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { openDatabase, type Database } from '../../src/neo4j/database.js';
import type { RunningNeo4j } from '../../src/neo4j/ways/running.js';
import { readSmallDataset } from '../dataset/data-folder.js';
import { neo4jPidIn, startLocalIn } from '../setup/local-neo4j.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { codesOf, httpServer } from './http-server.js';
import { startProxy, type Proxy } from './proxy.js';

const budgetMs = 2_000;
/** What a busy computer may add to any time. */
const slackMs = 4_000;

describe('a server whose Neo4j names another leader', () => {
  const folder = temporaryFolder();
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  const leaders: RunningNeo4j[] = [];
  let router: Proxy;
  let database: Database;
  beforeAll(async () => {
    const { neo4j } = await startLocalIn(first);
    const direct = await openDatabase(neo4j.target);
    await loadDataset(direct, await readSmallDataset());
    await direct.close();
    await neo4j.stop();
    // The same data and the same password, as members of a cluster have them.
    await cp(first, second, { recursive: true });
    for (const data of [first, second]) leaders.push((await startLocalIn(data)).neo4j);
    const [leader, successor] = leaders;
    if (!leader || !successor) throw new Error('Two Neo4j must have been started.');
    router = await startProxy(leader.target.uri);
    database = await openDatabase({ ...leader.target, uri: `neo4j://127.0.0.1:${router.port}` });
  });
  afterAll(async () => {
    await database.close();
    await router.close();
    for (const neo4j of leaders) await neo4j.stop();
  });
  const server = httpServer(() => database, { operationTimeoutMs: budgetMs }, false);

  let asked = 0;
  const ask = async (): Promise<{ status: number; code: string | undefined; elapsedMs: number }> => {
    const from = performance.now();
    const answer = await server.post({ query: `{ companies(first: 1) { nodes { slug } } } # ${(asked += 1)}` });
    return { status: answer.status, code: codesOf(answer)[0], elapsedMs: performance.now() - from };
  };
  const isAnswered = async (): Promise<boolean> => (await ask()).status === 200;

  it('lets no request wait longer than its time, and reads from the new one soon', async () => {
    await expect.poll(isAnswered, { timeout: 60_000 }).toBe(true);
    const successor = leaders[1];
    if (successor) router.lead(successor.target.uri);
    process.kill(neo4jPidIn(first), 'SIGKILL');
    const from = performance.now();
    const seen = [];
    while (seen.at(-1)?.status !== 200 && performance.now() - from < 60_000) {
      seen.push(...(await Promise.all([ask(), ask(), ask()])));
      await delay(100);
    }
    for (const { status, code, elapsedMs } of seen) {
      expect(elapsedMs).toBeLessThan(budgetMs + slackMs);
      expect([undefined, 'DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT']).toContain(code);
      expect(status).toBe(code === undefined ? 200 : 503);
    }
    // The new leader has never been asked, and plans the statement for the first time.
    expect(performance.now() - from).toBeLessThan(2 * (budgetMs + slackMs));
    expect(await Promise.all([ask(), ask()])).toMatchObject([{ status: 200 }, { status: 200 }]);
  });
});
