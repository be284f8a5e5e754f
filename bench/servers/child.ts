import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import type { DatabaseTarget } from '../../src/neo4j/database.js';
import type { Shares } from './shares.js';
import { dialectOf, type Dialect, type ServerName } from './server-name.js';

/** A server running in a child process. */
export interface RunningServer {
  readonly name: ServerName;
  readonly pid: number;
  /** The URL of its endpoint. */
  readonly url: string;
  /** The number of statements sent to the database so far. */
  statements(): Promise<number>;
  /** Profiles the server's CPU time during the work. */
  profile(work: () => Promise<unknown>): Promise<Shares>;
  stop(): Promise<void>;
}

/** The databases that servers may read from. */
export interface Databases {
  readonly neo4j: DatabaseTarget;
  /** The connection string of a PostgreSQL with the same graph, if there is one. */
  readonly postgres?: string;
  /** The URL of our server, whose response the `fastify` server returns; if it runs. */
  readonly ours?: string;
}

const serverFiles: Readonly<Record<Dialect, string>> = {
  ours: './ours.ts',
  raw: './raw.ts',
  'neo4j-graphql': './neo4j-graphql.ts',
  dataloader: './dataloader.ts',
  postgraphile: '../postgres/server.ts',
  fastify: './fastify.ts',
};

const serverPaths: Readonly<Record<Dialect, string>> = {
  ours: '/graphql',
  raw: '/',
  'neo4j-graphql': '/',
  dataloader: '/',
  postgraphile: '/graphql',
  fastify: '/',
};

const startTimeoutMs = 120_000;

/** Starts a server and waits until it listens. */
export async function startServer(name: ServerName, databases: Databases): Promise<RunningServer> {
  const port = await findFreePort();
  const child = fork(await buildServer(dialectOf(name)), {
    execArgv: [], // otherwise it would inherit those of tsx
    env: {
      ...minimalEnvironment(),
      ...environmentOf(databases, port),
      BENCH_CACHE: name === 'ours-cached' ? 'on' : 'off',
      NODE_ENV: 'production',
    },
    // A separate process group: Ctrl-C reaches only this process, which stops the children in order.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await waitUntilReady(name, child);
  return {
    name,
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}${serverPaths[dialectOf(name)]}`,
    statements: async () => Number(await requestFromChild(child, 'statements')),
    profile: async (work) => {
      await requestFromChild(child, 'profile');
      await work();
      return (await requestFromChild(child, 'shares')) as Shares; // the child replies to `shares` with this type
    },
    stop: () => stopChild(child, 'SIGKILL'),
  };
}

/** Compiles a server to JavaScript: tsx would take 36 MB of each server's memory. Returns the path of the program. */
async function buildServer(dialect: Dialect): Promise<string> {
  const source = fileURLToPath(new URL(serverFiles[dialect], import.meta.url));
  const program = source.replace(/\.ts$/, '.mjs');
  await build({
    entryPoints: [source],
    outfile: program,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
  return program;
}

function environmentOf({ neo4j, postgres, ours }: Databases, port: number): Record<string, string> {
  return {
    BENCH_PORT: String(port),
    BENCH_NEO4J: JSON.stringify(neo4j),
    ...(postgres === undefined ? {} : { BENCH_POSTGRES: postgres }),
    ...(ours === undefined ? {} : { BENCH_OURS: ours }),
  };
}

/** The environment variables that a child process needs in any case. */
export function minimalEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME };
}

async function waitUntilReady(name: ServerName, child: ChildProcess): Promise<void> {
  const signal = AbortSignal.timeout(startTimeoutMs);
  const exited = once(child, 'exit', { signal }).then(() => {
    throw new Error(`The server "${name}" exited during startup; see its output above.`);
  });
  try {
    await Promise.race([once(child, 'message', { signal }), exited]);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

async function requestFromChild(child: ChildProcess, message: 'statements' | 'profile' | 'shares'): Promise<unknown> {
  const reply = once(child, 'message', { signal: AbortSignal.timeout(10_000) });
  child.send(message);
  return (await reply)[0];
}

/** Sends a signal to a child process that still runs, and waits until it has ended. */
export async function stopChild(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
