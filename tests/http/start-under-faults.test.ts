import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atlas } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { neo4jPidIn } from '../setup/local-neo4j.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { startProxy, type Proxy } from './proxy.js';

const address = /(http:\/\/localhost:\d+)\/graphql[^]*Ctrl-C/;

describe('aigc-atlas start, under faults', () => {
  const shared = sharedNeo4j();
  const folder = temporaryFolder();
  let proxy: Proxy;
  beforeAll(async () => {
    proxy = await startProxy(shared.target.uri, false);
  });
  afterAll(() => proxy.close());

  it('waits for a Neo4j that is down, says so, and is ready when it comes; SIGTERM lets requests finish', async () => {
    const command = atlas(['start'], {
      NEO4J_URI: `bolt://127.0.0.1:${proxy.port}`,
      NEO4J_PASSWORD: shared.target.password,
      PORT: '0',
    });
    const [, url = ''] = await command.waitFor(address);
    expect(command.output()).toMatch(/^Waiting for Neo4j: No Neo4j could be used at bolt:\/\/127\.0\.0\.1/m);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect(await statusOf(url, '{ dataset { title } }')).toBe(503);

    await proxy.restart();
    await command.waitFor(/Neo4j is there: ready/);
    // The breaker that the refused request opened lets the next one try a little later.
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 10_000 }).toBe(200);
    expect(await statusOf(url, '{ dataset { title } }')).toBe(200);

    proxy.freeze();
    const underWay = statusOf(url, '{ tiers { nodes { slug } } }');
    await delay(500);
    command.child.kill('SIGTERM');
    await delay(500);
    proxy.thaw();
    expect(await underWay).toBe(200);
    expect(await command.ended).toBe(0);
  });

  it('starts its own Neo4j again when it is killed', async () => {
    const command = atlas(['start', '--neo4j', 'local'], { ATLAS_DATA_DIR: folder, PORT: '0' });
    const [, url = ''] = await command.waitFor(address);
    process.kill(neo4jPidIn(folder), 'SIGKILL');
    await command.waitFor(/Starting it again \(try 1 of 3\)/);
    await command.waitFor(/Neo4j is there again: ready/);
    await expect.poll(() => statusOf(url, '{ dataset { title } }'), { timeout: 20_000 }).toBe(200);
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  });

  it('gives its own Neo4j up when it ends a fourth time, and says why', async () => {
    const command = atlas(['start', '--neo4j', 'local'], { ATLAS_DATA_DIR: folder, PORT: '0' });
    await command.waitFor(address);
    for (const restart of [1, 2, 3]) {
      process.kill(neo4jPidIn(folder), 'SIGKILL');
      await command.waitFor(new RegExp(`(?:is there again: ready[^]*){${restart}}`));
    }
    process.kill(neo4jPidIn(folder), 'SIGKILL');
    expect(await command.ended).toBe(1);
    expect(command.errors()).toMatch(/Neo4j has ended by itself; its log is \S+; it was started again 3 times/);
    expect(existsSync(join(folder, 'neo4j', 'in-use.json'))).toBe(false);
  });
});

async function statusOf(url: string, query: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  await response.text();
  return response.status;
}
