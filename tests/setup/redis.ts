import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe } from 'vitest';
import { freePort } from '../../src/launchers/local/free-port.js';

const places = ['/usr/bin/valkey-server', '/usr/bin/redis-server'];

/** Path of the installed Valkey or Redis server; undefined if there is none. */
const serverPath = places.find((place) => existsSync(place));

/** Like `describe`, but skips the tests if no Redis is installed. */
export const describeWithRedis = describe.skipIf(serverPath === undefined);

if (serverPath === undefined) console.info(`No Redis found (${places.join(', ')}): these tests are skipped.`);

/** A Redis for the tests of one file, initially empty, without persistence. */
export interface TestRedis {
  readonly url: string;
  /** Deletes all keys. */
  empty(): Promise<void>;
  /** Suspends the process: its connections stay open, but it does not respond. */
  freeze(): Promise<void>;
  /** Kills the process and closes its connections. */
  stop(): Promise<void>;
}

/** Runs a Redis on a free port during the tests of a file. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  let running: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (running?.exitCode !== null || running.signalCode !== null) return;
    running.kill('SIGKILL');
    await once(running, 'exit');
  };
  beforeAll(async () => {
    if (serverPath === undefined) return;
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', ''];
    const redis = spawn(serverPath, options, { stdio: ['ignore', 'pipe', 'ignore'] });
    running = redis;
    await untilReady(redis.stdout);
  });
  afterAll(stop);
  const freeze = (): Promise<void> => {
    running?.kill('SIGSTOP');
    return Promise.resolve();
  };
  return { url: `redis://127.0.0.1:${port}`, empty: () => sendCommand(port, 'FLUSHALL'), freeze, stop };
}

async function untilReady(output: Readable): Promise<void> {
  for await (const line of createInterface(output)) if (line.includes('Ready to accept connections')) return;
  throw new Error('Redis ended before it accepted connections.');
}

async function sendCommand(port: number, command: string): Promise<void> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  socket.write(`${command}\r\n`);
  const [answer] = (await once(socket, 'data')) as [string];
  socket.destroy();
  if (!answer.startsWith('+OK')) throw new Error(`Redis refused ${command}: ${answer}`);
}
