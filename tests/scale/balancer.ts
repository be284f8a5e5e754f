import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import { packageRoot } from '../../src/paths.js';
import { runCommand, type RunningCommand } from '../setup/command-line.js';

const haproxyPath = '/usr/sbin/haproxy';

/** Like `describe`, but skips the tests if haproxy is not installed. */
export const describeWithHaproxy = describe.skipIf(!existsSync(haproxyPath));

if (!existsSync(haproxyPath)) console.info(`${haproxyPath} is not installed: skipping the tests that need it.`);

/** A haproxy with the configuration of deploy/haproxy, which balances three servers of this machine. */
export interface Balancer {
  readonly address: string;
  /** The ports of the servers. */
  readonly ports: readonly number[];
  /** Returns what haproxy has logged: the state of each server whenever it changes. */
  readonly output: () => string;
}

/** Runs a balancer during the tests of a file. */
export async function startBalancer(): Promise<Balancer> {
  const port = await findFreePort();
  const ports = [await findFreePort(), await findFreePort(), await findFreePort()];
  const servers = ports.map((serverPort, index) => [`SERVER_${index + 1}`, `127.0.0.1:${serverPort}`] as const);
  const environment = { BIND: `127.0.0.1:${port}`, ...Object.fromEntries(servers) };
  let haproxy: RunningCommand | undefined;
  beforeAll(() => {
    if (!existsSync(haproxyPath)) return;
    haproxy = runCommand(haproxyPath, ['-f', join(packageRoot, 'deploy', 'haproxy', 'haproxy.cfg')], environment);
  });
  afterAll(async () => {
    haproxy?.child.kill('SIGTERM');
    await haproxy?.ended;
  });
  const output = (): string => `${haproxy?.output() ?? ''}${haproxy?.errors() ?? ''}`;
  return { address: `http://127.0.0.1:${port}`, ports, output };
}
