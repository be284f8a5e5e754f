import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import type { DatabaseTarget } from '../../src/neo4j/database.js';
import { minimalEnvironment, stopChild, type RunningServer } from '../servers/child.js';
import { waitUntilOpen } from './haproxy.js';

/** Servers on one Neo4j, as in production: each is `aigc-atlas start`. */
export interface StartedServers {
  readonly pids: readonly number[];
  readonly ports: readonly number[];
  /** The first server, in the form that the load generator expects. */
  asRunningServer(): RunningServer;
  /** How many lookups in the response caches of all servers have been hits and misses so far. */
  countLookups(): Promise<{ hits: number; misses: number }>;
  stop(): Promise<void>;
}

/** How the servers are started. */
export interface ServersOptions {
  readonly servers: number;
  readonly workers: number;
  /** The share of requests that are meant to be served from the cache, which is off for 0. */
  readonly hitShare: number;
}

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** Starts servers and waits until they are ready. */
export async function startServers(target: DatabaseTarget, options: ServersOptions): Promise<StartedServers> {
  const ports: number[] = [];
  const children: ChildProcess[] = [];
  for (let index = 0; index < options.servers; index += 1) {
    const port = await findFreePort();
    children.push(startOne(target, port, options));
    await waitUntilOpen(`http://127.0.0.1:${port}/readyz`);
    ports.push(port);
  }
  const pids = children.map(({ pid = 0 }) => pid);
  return {
    pids,
    ports,
    asRunningServer: () => ({
      name: options.hitShare > 0 ? 'ours-cached' : 'ours',
      pid: pids[0] ?? 0,
      url: `http://127.0.0.1:${ports[0]}/graphql`,
      statements: () => Promise.resolve(0),
      profile: () => Promise.reject(new Error('These servers are not profiled.')),
      stop: () => Promise.resolve(),
    }),
    countLookups: () => countLookups(ports),
    stop: async () => void (await Promise.all(children.map((child) => stopChild(child, 'SIGTERM')))),
  };
}

function startOne({ uri, username, password }: DatabaseTarget, port: number, options: ServersOptions): ChildProcess {
  const child = spawn(process.execPath, [program, '--quiet', 'start', '--neo4j', 'uri', '--no-load'], {
    env: {
      ...minimalEnvironment(),
      ...{ NODE_ENV: 'production', PORT: String(port), LOG_LEVEL: 'error' },
      ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
      ...{ CACHE: options.hitShare > 0 ? 'on' : 'off' },
      ...(options.workers > 1 ? { WORKERS: String(options.workers) } : {}),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return child;
}

async function countLookups(ports: readonly number[]): Promise<{ hits: number; misses: number }> {
  const texts = await Promise.all(ports.map(async (port) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()));
  const count = (result: string): number =>
    texts.reduce((sum, text) => {
      const lines = text.matchAll(new RegExp(`^atlas_cache_total\\{[^}]*"${result}"[^}]*\\} (\\d+)`, 'gm'));
      return [...lines].reduce((lineSum, [, value]) => lineSum + Number(value), sum);
    }, 0);
  return { hits: count('hit'), misses: count('miss') };
}
