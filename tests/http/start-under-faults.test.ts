import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAtlas, messagesOf } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { startProxy, type Proxy } from './proxy.js';
import { readStatus } from './started-server.js';

describe('aigc-atlas start with an external Neo4j', () => {
  const shared = sharedNeo4j();
  let proxy: Proxy;
  beforeAll(async () => {
    proxy = await startProxy(shared.target.uri, false);
  });
  afterAll(() => proxy.close());

  it('waits while it is down, is ready once it is up, and finishes running requests after SIGTERM', async () => {
    const command = runAtlas(['start'], {
      NEO4J_URI: `bolt://127.0.0.1:${proxy.port}`,
      NEO4J_PASSWORD: shared.target.password,
      PORT: '0',
    });
    const [, url = ''] = await command.waitFor(/Listening at (http:\/\/localhost:\d+)/);
    expect(messagesOf(command.output())).toMatch(
      /^Waiting for Neo4j: Cannot connect to Neo4j at bolt:\/\/127\.0\.0\.1/m,
    );
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect(await readStatus(url, '{ dataset { title } }')).toBe(503);
    expect(command.output()).not.toContain('AIGC Atlas is up');

    await proxy.restart();
    await command.waitFor(/Neo4j is available: ready/);
    await command.waitFor(/AIGC Atlas is up/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await readStatus(url, '{ dataset { title } }')).toBe(200);

    await expect.poll(() => countRunningStatements(url)).toBe(0);
    proxy.freeze();
    const runningRequest = readStatus(url, '{ tiers { nodes { slug } } }');
    await expect.poll(() => countRunningStatements(url)).toBeGreaterThan(0);
    command.child.kill('SIGTERM');
    await command.waitFor(/Stopping/);
    await expect.poll(() => isRejecting(url)).toBe(true);
    expect(command.child.exitCode).toBe(null);
    proxy.thaw();
    expect(await runningRequest).toBe(200);
    expect(await command.ended).toBe(0);
  });
});

/** Reads the number of running statements from a server's metrics. */
async function countRunningStatements(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^atlas_statements_under_way (\d+)$/m.exec(text)?.[1]);
}

/** Whether a server rejects new requests. */
async function isRejecting(url: string): Promise<boolean> {
  return fetch(`${url}/livez`).then(
    ({ status }) => status === 503,
    () => true,
  );
}
