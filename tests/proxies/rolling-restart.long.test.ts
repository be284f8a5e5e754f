import { expect, it, onTestFinished } from 'vitest';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import { runAtlas, type RunningCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { replaceParts, readSample, parseSettings } from './docs-samples.js';
import { describeWithProxies, makeCertificate, startProxy } from './started-proxy.js';
import { startLoad } from './steady-load.js';

const proxyNames = ['nginx', 'haproxy'] as const;

describeWithProxies('servers behind nginx and haproxy, configured as in docs/operations.md', () => {
  const neo4j = sharedNeo4j();
  const directory = createTemporaryDirectory();
  const sample = replaceParts(readSample('Behind a proxy', 'sh'), [
    ['0.0.0.0', '127.0.0.1'],
    ['10.0.0.1', '127.0.0.1'],
  ]);

  /** Starts a server that caches no responses and logs each request. */
  const start = async (port: number): Promise<RunningCommand> => {
    const { uri, password } = neo4j.target;
    const databaseSettings = { NEO4J_URI: uri, NEO4J_PASSWORD: password, PORT: String(port) };
    const logSettings = { CACHE: 'off', RATE_LIMIT: '0', ACCESS_LOG: 'on' };
    const command = runAtlas(['start', '--no-load'], { ...parseSettings(sample), ...databaseSettings, ...logSettings });
    onTestFinished(() => void command.child.kill('SIGKILL'));
    await command.waitFor(/Ctrl-C/);
    return command;
  };
  const waitForAllProxies = async (command: RunningCommand): Promise<void> => {
    for (const name of proxyNames) await command.waitFor(new RegExp(`"requestId":"${name}-.*"status":200`));
  };

  it('are restarted three times under load without a failed request', async () => {
    const ports = [await findFreePort(), await findFreePort()] as const;
    const runningServers = [await start(ports[0]), await start(ports[1])];
    const certificate = await makeCertificate(directory);
    const servers = [`127.0.0.1:${ports[0]}`, `127.0.0.1:${ports[1]}`] as const;
    const proxies = [];
    for (const name of proxyNames) proxies.push(await startProxy(name, { directory, servers }));
    const load = startLoad(proxies, certificate);
    for (const index of [0, 1, 0] as const) {
      await Promise.all(runningServers.map(waitForAllProxies));
      const stoppedServer = runningServers[index];
      stoppedServer?.child.kill('SIGTERM');
      expect(await stoppedServer?.ended).toBe(0);
      // Check that the server received requests while it stopped.
      expect(stoppedServer?.output().split('Stopping')[1]).toMatch(/"requestId":"nginx-/);
      runningServers[index] = await start(ports[index]);
    }
    await Promise.all(runningServers.map(waitForAllProxies));
    await load.stop();
    for (const proxy of proxies) await proxy.stop();
    expect(load.failures.slice(0, 10)).toEqual([]);
    for (const name of proxyNames) expect(load.successCounts[name]).toBeGreaterThan(100);
  });
});
