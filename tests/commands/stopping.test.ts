import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { waitForAddress, runAtlas, type RunningCommand } from '../setup/command-line.js';
import { openSocket } from '../http/raw-http.js';
import { sharedNeo4j } from '../setup/databases.js';
import { sendQuery } from './send-query.js';

const shared = sharedNeo4j();

/** Starts a server without a terminal; returns it with its address. */
async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<[RunningCommand, string]> {
  const { uri, password } = shared.target;
  const command = runAtlas(['start'], { NEO4J_URI: uri, NEO4J_PASSWORD: password, PORT: '0', ...settings });
  onTestFinished(() => void command.child.kill('SIGKILL'));
  const address = await waitForAddress(command);
  return [command, address];
}

/** Returns the number of requests in flight, including the one for the metrics. */
async function countRequestsInFlight(address: string): Promise<number> {
  const metrics = await (await fetch(`${address}/metrics`)).text();
  return Number(/^atlas_requests_under_way (\d+)$/m.exec(metrics)?.[1]);
}

const expectedResponse = { data: { dataset: { version: expect.any(String) } } };

it('After SIGTERM a server is not ready, serves requests during the drain delay and exits with 0', async () => {
  const [command, address] = await startServer({ DRAIN_DELAY: '8000' });
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  command.child.kill('SIGTERM');
  await expect.poll(async () => (await fetch(`${address}/readyz`)).status).toBe(503);
  const ready = await fetch(`${address}/readyz`);
  expect(ready.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await ready.json()).toMatchObject({ errors: [{ extensions: { code: 'STOPPING' } }] });
  const alive = await fetch(`${address}/livez`);
  expect([alive.status, alive.headers.get('connection')]).toEqual([200, 'close']);
  expect(await sendQuery(address)).toMatchObject(expectedResponse);
  expect(await command.ended).toBe(0);
});

it('A stopping server responds to a request in flight and closes its connection', async () => {
  const [command, address] = await startServer();
  const socket = openSocket(address);
  const body = JSON.stringify({ query: '{ dataset { version } }' });
  const head = ['POST /graphql HTTP/1.1', 'host: here', 'content-type: application/json'];
  socket.write([...head, `content-length: ${body.length}`, '', body.slice(0, 5)].join('\r\n'));
  await expect.poll(() => countRequestsInFlight(address)).toBe(2);
  command.child.kill('SIGTERM');
  await expect.poll(() => fetch(`${address}/livez`).catch(() => 'refused')).toBe('refused');
  socket.write(body.slice(5));
  const response = await text(socket);
  expect(response).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  expect(response).toMatch(/\r\nconnection: close\r\n/i);
  expect(response).toContain('{"data":{"dataset"');
  expect(await command.ended).toBe(0);
});

it('A server without a terminal ignores SIGHUP', async () => {
  const [command, address] = await startServer();
  command.child.kill('SIGHUP');
  await delay(500);
  expect(await sendQuery(address)).toMatchObject(expectedResponse);
});

it('A server keeps running when the reader of its output exits', async () => {
  const [command, address] = await startServer({ LOG_LEVEL: 'trace' });
  command.child.stdout?.destroy();
  command.child.stderr?.destroy();
  for (let attempt = 0; attempt < 3; attempt += 1) expect(await sendQuery(address)).toMatchObject(expectedResponse);
  command.child.kill('SIGTERM');
  expect(await command.ended).toBe(0);
});
