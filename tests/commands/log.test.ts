import { expect, it, onTestFinished } from 'vitest';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import { runAtlas, messagesOf, runCommand, type RunningCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { sendQuery } from './send-query.js';

const shared = sharedNeo4j();
const settings = () => ({ NEO4J_URI: shared.target.uri, NEO4J_PASSWORD: shared.target.password, PORT: '0' });

function killAfterTest(command: RunningCommand): RunningCommand {
  onTestFinished(() => void command.child.kill('SIGKILL'));
  return command;
}

async function terminate(command: RunningCommand): Promise<number | string> {
  command.child.kill('SIGTERM');
  return command.ended;
}

/** Starts a server, sends it a query and stops it. */
async function serveOneQuery(environment: Readonly<Record<string, string>>): Promise<RunningCommand> {
  const command = killAfterTest(runAtlas(['start'], { ...settings(), ...environment }));
  const [, address = ''] = await command.waitFor(/Listening at (http:\/\/localhost:\d+)/);
  await command.waitFor(/AIGC Atlas is up/);
  await sendQuery(address);
  expect(await terminate(command)).toBe(0);
  return command;
}

it('A server without a terminal logs every line as JSON with a time, a level and a message', async () => {
  const command = await serveOneQuery({ LOG_LEVEL: 'trace', ACCESS_LOG: 'on' });
  expect(command.errors()).toBe('');
  const lines = command.output().trimEnd().split('\n');
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      level: expect.any(Number),
      msg: expect.stringMatching(/\w/),
    });
  }
  expect(messagesOf(command.output())).toMatch(/^Using the Neo4j at [^]*^Request$[^]*^Stopping\n[^]*^Stopped\n$/m);
});

it('A server does not log its own first operation', async () => {
  // The server finishes its first operation before it stops.
  const command = await serveOneQuery({ SLOW_OPERATION: '1', ACCESS_LOG: 'on' });
  expect(command.output()).toContain('"msg":"Request"');
  expect(command.output()).not.toContain('WholeGraph');
  expect(messagesOf(command.output()).match(/^Request$/gm)).toHaveLength(1);
});

it('A server that cannot start logs the reason as one line of JSON with an error code', async () => {
  const command = runAtlas(['start'], { ...settings(), NEO4J_PASSWORD: 'wrong' });
  expect(await command.ended).toBe(5);
  expect(JSON.parse(command.errors())).toMatchObject({ level: 60, code: 'DATABASE_REFUSED' });
});

it('A server at a terminal logs readable text', async () => {
  // script(1) runs a command in a pseudo-terminal.
  const program = `${process.execPath} dist/main.js start`;
  const command = killAfterTest(runCommand('script', ['-qec', program, '/dev/null'], settings()));
  await command.waitFor(/\[\d\d:\d\d:\d\d\].*INFO.*AIGC Atlas is up/);
  expect(command.output()).not.toContain('"msg"');
});

it('A server with --quiet logs only requests and errors', async () => {
  const port = await findFreePort();
  const environment = { ...settings(), ACCESS_LOG: 'on', SLOW_OPERATION: '0', PORT: String(port) };
  const command = killAfterTest(runAtlas(['--quiet', 'start'], environment));
  const trySendQuery = () => sendQuery(`http://localhost:${port}`).catch(() => undefined);
  await expect.poll(trySendQuery).toHaveProperty('data.dataset.version');
  expect(await terminate(command)).toBe(0);
  expect(new Set(messagesOf(command.output()).trim().split('\n'))).toEqual(new Set(['Request']));
});

it('A server keeps running when the disk of its log is full', async () => {
  const port = await findFreePort();
  const program = `exec "${process.execPath}" dist/main.js start --port ${port} >/dev/full 2>/dev/full`;
  const command = killAfterTest(runCommand('/bin/sh', ['-c', program], { ...settings(), LOG_LEVEL: 'trace' }));
  const trySendQuery = () => sendQuery(`http://localhost:${port}`).catch(() => undefined);
  await expect.poll(trySendQuery).toHaveProperty('data.dataset.version');
  expect(await terminate(command)).toBe(0);
});
