import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe } from 'vitest';
import { findFreePort } from '../../src/launchers/local/free-port.js';

const serverPaths = ['/usr/bin/valkey-server', '/usr/bin/redis-server'];

/** Path of the installed Valkey or Redis server; undefined if there is none. */
const serverPath = serverPaths.find((path) => existsSync(path));

/** Like `describe`, but skips the tests if no Redis is installed. */
export const describeWithRedis = describe.skipIf(serverPath === undefined);

if (serverPath === undefined) console.info(`No Redis found (${serverPaths.join(', ')}): these tests are skipped.`);

/** A Redis for the tests of one file, initially empty, without persistence. */
export interface TestRedis {
  readonly url: string;
  /** Deletes all keys. */
  flushAll(): Promise<void>;
  /** Suspends the process: its connections stay open, but it does not respond. */
  freeze(): Promise<void>;
  /** Kills the process and closes its connections. */
  stop(): Promise<void>;
  /** Starts it again after a stop, empty. */
  start(): Promise<void>;
}

/** Runs a Redis on a free port during the tests of a file. */
export async function startRedis(): Promise<TestRedis> {
  const port = await findFreePort();
  let serverProcess: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (serverProcess?.exitCode !== null || serverProcess.signalCode !== null) return;
    serverProcess.kill('SIGKILL');
    await once(serverProcess, 'exit');
  };
  const start = async (): Promise<void> => {
    if (serverPath === undefined) return;
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', ''];
    const redis = spawn(serverPath, options, { stdio: ['ignore', 'pipe', 'ignore'] });
    serverProcess = redis;
    await waitUntilReady(redis.stdout);
  };
  beforeAll(start);
  afterAll(stop);
  const freeze = (): Promise<void> => {
    serverProcess?.kill('SIGSTOP');
    return Promise.resolve();
  };
  return { url: `redis://127.0.0.1:${port}`, flushAll: () => sendCommand(port, 'FLUSHALL'), freeze, stop, start };
}

async function waitUntilReady(output: Readable): Promise<void> {
  for await (const line of createInterface(output)) if (line.includes('Ready to accept connections')) return;
  throw new Error('Redis ended before it accepted connections.');
}

async function sendCommand(port: number, command: string): Promise<void> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  socket.write(`${command}\r\n`);
  const [reply] = (await once(socket, 'data')) as [string];
  socket.destroy();
  if (!reply.startsWith('+OK')) throw new Error(`Redis refused ${command}: ${reply}`);
}
