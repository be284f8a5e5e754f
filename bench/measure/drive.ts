import { setTimeout as delay } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { RunningServer } from '../servers/child.js';
import { cpuSeconds, watchMemory } from './process-stats.js';

const quietMs = 100;
/** Of one core, what a database takes that does nothing but compile in the background. */
const idleShare = 0.3;
/** The longest that a database is waited for; a statement may take as long as nobody ends it. */
const quietPatienceMs = 15_000;
const patienceSeconds = 60;

/** How hard and how long a server is driven. */
export interface Load {
  readonly connections: number;
  /** For how long, unless a number of requests is given. */
  readonly seconds: number;
  readonly requests?: number;
}

/** What one window of driving a server has shown. */
export interface Window {
  /** Requests that were answered. */
  readonly requests: number;
  /** Requests that were sent: also those whose answer nobody waited for when the time was over. */
  readonly sent: number;
  readonly seconds: number;
  /** How long each request took, in milliseconds. */
  readonly latencies: readonly number[];
  /** Answers that were no 200, and requests that got none. */
  readonly failures: number;
  readonly statements: number;
  readonly serverCpuSeconds: number;
  readonly databaseCpuSeconds: number;
  readonly memoryMb: number;
}

/** Sends the bodies, each connection its share of them round and round, over all connections at once. */
export async function drive(
  server: RunningServer,
  databasePid: number,
  bodies: readonly string[],
  load: Load,
  signal: AbortSignal,
): Promise<Window> {
  signal.throwIfAborted();
  const before = await usage(server, databasePid);
  const memory = watchMemory(server.pid);
  const latencies: number[] = [];
  const start = performance.now();
  const { result, end } = await send(server.url, bodies, load, latencies, signal);
  const seconds = (end - start) / 1_000;
  const memoryMb = memory();
  await untilQuiet(server, databasePid);
  const after = await usage(server, databasePid);
  signal.throwIfAborted();
  return {
    requests: latencies.length,
    sent: load.requests ?? latencies.length + load.connections,
    seconds,
    latencies,
    failures: result.non2xx + result.errors + result.timeouts,
    statements: after.statements - before.statements,
    serverCpuSeconds: after.server - before.server,
    databaseCpuSeconds: after.database - before.database,
    memoryMb,
  };
}

function send(
  url: string,
  bodies: readonly string[],
  { connections, seconds, requests }: Load,
  latencies: number[],
  signal: AbortSignal,
): Promise<{ result: autocannon.Result; end: number }> {
  let end = 0;
  let clients = 0;
  const used = Math.min(connections, requests ?? connections);
  return new Promise((resolve, reject) => {
    const options: autocannon.Options = {
      url,
      connections: used,
      ...(requests === undefined ? { duration: seconds } : { amount: requests }),
      timeout: patienceSeconds,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      setupClient(client) {
        client.setRequests(shareOf(bodies, clients++, used));
        client.on('response', (_status, _bytes, milliseconds) => {
          latencies.push(milliseconds);
          // autocannon itself only looks once a second whether all is done.
          end = performance.now();
        });
      },
    };
    const instance = autocannon(options, (error, result) => {
      signal.removeEventListener('abort', stop);
      if (error instanceof Error) reject(error);
      else resolve({ result, end });
    });
    const stop = (): unknown => Reflect.apply(instance.stop, instance, []);
    signal.addEventListener('abort', stop);
  });
}

// What a connection sends in turn: all of it is made before the first is sent, since what drives the servers takes from
// the same cores as they do.
function shareOf(bodies: readonly string[], connection: number, connections: number): autocannon.Request[] {
  const own = bodies.filter((_body, place) => place % connections === connection);
  const first = connection % bodies.length;
  const share = bodies.length < connections ? [...bodies.slice(first), ...bodies.slice(0, first)] : own;
  return share.map((body) => ({ body }));
}

/**
 * Waits until the server has sent its last statement, and the database has done with those whose answer nobody waits for
 * any more, so that neither is counted to what comes next.
 */
async function untilQuiet(server: RunningServer, databasePid: number): Promise<void> {
  const end = performance.now() + quietPatienceMs;
  let [before, cpuBefore] = [-1, -Infinity];
  while (performance.now() < end) {
    const [now, cpu] = [await server.statements(), cpuSeconds(databasePid)];
    if (now === before && (cpu - cpuBefore) * 1_000 <= quietMs * idleShare) return;
    [before, cpuBefore] = [now, cpu];
    await delay(quietMs);
  }
}

async function usage(
  server: RunningServer,
  databasePid: number,
): Promise<{ statements: number; server: number; database: number }> {
  return { statements: await server.statements(), server: cpuSeconds(server.pid), database: cpuSeconds(databasePid) };
}
