import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe } from 'vitest';
import { freePort } from '../../src/neo4j/ways/local/free-port.js';

const places = ['/usr/bin/valkey-server', '/usr/bin/redis-server'];

/** The Valkey or Redis of this machine, or nothing where it has none. */
const serverPath = places.find((place) => existsSync(place));

/** Groups tests that need a Redis; where there is none it says so and skips them. */
export const describeWithRedis = describe.skipIf(serverPath === undefined);

if (serverPath === undefined) console.info(`No Redis found (${places.join(', ')}): these tests are skipped.`);

/** A Redis for the tests of one file, empty at first and kept in memory. */
export interface TestRedis {
  readonly url: string;
  /** Has it say nothing more, while its connections stay open. */
  freeze(): Promise<void>;
  /** Ends it, whoever is connected. */
  stop(): Promise<void>;
}

/** Has a Redis run on a free port while the file's tests run. */
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
    running = spawn(serverPath, options, { stdio: 'ignore' });
    await untilListening(port);
  });
  afterAll(stop);
  const freeze = (): Promise<void> => {
    running?.kill('SIGSTOP');
    return Promise.resolve();
  };
  return { url: `redis://127.0.0.1:${port}`, freeze, stop };
}

async function untilListening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isThere) return;
    await delay(50);
  }
  throw new Error(`The Redis must listen on port ${port} within 5 s; found nobody there.`);
}
