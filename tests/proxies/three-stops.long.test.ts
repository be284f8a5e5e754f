import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../src/launchers/local/free-port.js';
import { atlas, type RunningCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { adapt, recipeOf, settingsIn } from './recipes.js';
import { describeWithProxies, makeCertificate, startProxy } from './started-proxy.js';
import { startLoad } from './steady-load.js';

const proxyNames = ['nginx', 'haproxy'] as const;

describeWithProxies('servers behind nginx and haproxy, configured as in docs/operations.md', () => {
  const neo4j = sharedNeo4j();
  const folder = temporaryFolder();
  const recipe = adapt(recipeOf('Behind a proxy', 'sh'), [
    ['0.0.0.0', '127.0.0.1'],
    ['10.0.0.1', '127.0.0.1'],
  ]);

  /** Starts a server that caches no responses and logs each request. */
  const start = async (port: number): Promise<RunningCommand> => {
    const { uri, password } = neo4j.target;
    const own = { NEO4J_URI: uri, NEO4J_PASSWORD: password, PORT: String(port) };
    const seen = { CACHE: 'off', RATE_LIMIT: '0', ACCESS_LOG: 'on' };
    const command = atlas(['start', '--no-load'], { ...settingsIn(recipe), ...own, ...seen });
    onTestFinished(() => void command.child.kill('SIGKILL'));
    await command.waitFor(/Ctrl-C/);
    return command;
  };
  const untilAskedByAll = async (command: RunningCommand): Promise<void> => {
    for (const name of proxyNames) await command.waitFor(new RegExp(`"requestId":"${name}-.*"status":200`));
  };

  it('are restarted three times under load without a failed request', async () => {
    const ports = [await freePort(), await freePort()] as const;
    const running = [await start(ports[0]), await start(ports[1])];
    const certificate = await makeCertificate(folder);
    const servers = [`127.0.0.1:${ports[0]}`, `127.0.0.1:${ports[1]}`] as const;
    const proxies = [];
    for (const name of proxyNames) proxies.push(await startProxy(name, { folder, servers }));
    const load = startLoad(proxies, certificate);
    for (const index of [0, 1, 0] as const) {
      await Promise.all(running.map(untilAskedByAll));
      const stopped = running[index];
      stopped?.child.kill('SIGTERM');
      expect(await stopped?.ended).toBe(0);
      // Check that the server received requests while it stopped.
      expect(stopped?.output().split('Stopping')[1]).toMatch(/"requestId":"nginx-/);
      running[index] = await start(ports[index]);
    }
    await Promise.all(running.map(untilAskedByAll));
    await load.end();
    for (const proxy of proxies) await proxy.stop();
    expect(load.lost.slice(0, 10)).toEqual([]);
    for (const name of proxyNames) expect(load.answered[name]).toBeGreaterThan(100);
  });
});
