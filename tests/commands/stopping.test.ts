import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { atlas, type RunningCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { ask } from './ask.js';

const shared = sharedNeo4j();

/** A server that was started with no terminal, and its address. */
async function started(settings: Readonly<Record<string, string>> = {}): Promise<[RunningCommand, string]> {
  const { uri, password } = shared.target;
  const command = atlas(['start'], { NEO4J_URI: uri, NEO4J_PASSWORD: password, PORT: '0', ...settings });
  onTestFinished(() => void command.child.kill('SIGKILL'));
  const [, address = ''] = await command.waitFor(/(http:\/\/localhost:\d+)\/graphql[^]*Ctrl-C/);
  return [command, address];
}

const answered = { data: { dataset: { version: expect.any(String) } } };

it('A server that is told to stop is not ready at once, answers what still comes, and ends with 0', async () => {
  const [command, address] = await started({ DRAIN_DELAY: '3000' });
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  command.child.kill('SIGTERM');
  await expect.poll(async () => (await fetch(`${address}/readyz`)).status).toBe(503);
  const ready = await fetch(`${address}/readyz`);
  expect(ready.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await ready.json()).toMatchObject({ errors: [{ extensions: { code: 'STOPPING' } }] });
  const alive = await fetch(`${address}/livez`);
  expect([alive.status, alive.headers.get('connection')]).toEqual([200, 'close']);
  expect(await ask(address)).toMatchObject(answered);
  expect(await command.ended).toBe(0);
});

it('A server without a terminal outlives the closing of one', async () => {
  const [command, address] = await started();
  command.child.kill('SIGHUP');
  await delay(500);
  expect(await ask(address)).toMatchObject(answered);
});

it('A server outlives whoever reads what it prints', async () => {
  const [command, address] = await started({ LOG_LEVEL: 'trace' });
  command.child.stdout?.destroy();
  command.child.stderr?.destroy();
  for (let time = 0; time < 3; time += 1) expect(await ask(address)).toMatchObject(answered);
  command.child.kill('SIGTERM');
  expect(await command.ended).toBe(0);
});
