import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import { stopChild } from '../servers/child.js';

/** A balancer before several servers. */
export interface Balancer {
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

const program = '/usr/sbin/haproxy';

/** Starts HAProxy with one thread and plain HTTP. It sends requests to the servers in turn. */
export async function startBalancer(ports: readonly number[], directory: string): Promise<Balancer> {
  const port = await findFreePort();
  const file = join(directory, 'haproxy.conf');
  const servers = ports.map((serverPort, index) => `  server s${index} 127.0.0.1:${serverPort}`);
  const timeouts = '  timeout connect 5s\n  timeout client 60s\n  timeout server 60s';
  const lines = [
    'global\n  nbthread 1',
    `defaults\n  mode http\n${timeouts}`,
    `frontend all\n  bind 127.0.0.1:${port}\n  default_backend servers`,
    `backend servers\n  balance roundrobin\n${servers.join('\n')}`,
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  const child = spawn(program, ['-db', '-f', file], { stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}/graphql`;
  await waitUntilOpen(url);
  return {
    pid: child.pid ?? 0,
    url,
    stop: () => stopChild(child, 'SIGTERM'),
  };
}

/** Waits until a server answers requests at the URL. */
export async function waitUntilOpen(url: string, timeoutMs = 120_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (performance.now() < end) {
    const isOpen = await fetch(url).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Expected a server at ${url} within ${timeoutMs} ms; found none.`);
}
