import { existsSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import { runAtlas, runCommand, type RunningCommand } from '../setup/command-line.js';

const haproxy = '/usr/sbin/haproxy';
const configFile = 'deploy/haproxy/haproxy.cfg';
if (!existsSync(haproxy)) console.info(`${haproxy} is not installed: skipping the tests of ${configFile}.`);

/** Ends a command after the test. */
function stopAfterTest(command: RunningCommand): RunningCommand {
  onTestFinished(async () => {
    command.child.kill('SIGKILL');
    await command.ended;
  });
  return command;
}

describe.skipIf(!existsSync(haproxy))('the balancer of docker-compose.yml', () => {
  it('still sends requests to the servers while none is ready', async () => {
    const [balancerPort, serverPort, closedPort] = [await findFreePort(), await findFreePort(), await findFreePort()];
    const server = runAtlas(['start', '--neo4j', 'uri', '--no-load'], {
      NEO4J_URI: `bolt://127.0.0.1:${closedPort}`,
      NEO4J_PASSWORD: 'unused',
      PORT: String(serverPort),
    });
    await stopAfterTest(server).waitFor(/Listening at/);
    const addresses = { SERVER_1: serverPort, SERVER_2: closedPort, SERVER_3: closedPort };
    const balancer = runCommand(haproxy, ['-db', '-f', configFile], {
      BIND: `127.0.0.1:${balancerPort}`,
      ...Object.fromEntries(Object.entries(addresses).map(([name, port]) => [name, `127.0.0.1:${port}`])),
    });
    await stopAfterTest(balancer).waitFor(/backend aigc_atlas has no server available/);
    const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${balancerPort}${path}`);
    // Three requests: the fallback knows no state of the servers, and retries those that it cannot reach.
    for (const path of ['/livez', '/livez', '/livez']) expect((await get(path)).status).toBe(200);
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }] });
    expect((await get('/metrics')).status).toBe(404);
  });
});
