import { setTimeout as delay } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { RunningServer } from '../servers/child.js';
import { cpuSeconds, watchMemory } from './process-stats.js';

const idleCheckMs = 100;
/** The CPU usage of an idle database, as a fraction of one core; the JVM still compiles in the background. */
const maxIdleShare = 0.3;
/** The timeout for the database to become idle; a statement may run for much longer. */
const idleTimeoutMs = 15_000;
const requestTimeoutSeconds = 60;

/** The load of a measurement window. */
export interface Load {
  readonly connections: number;
  /** The duration, unless `requests` is set. */
  readonly seconds: number;
  readonly requests?: number;
}

/** The measurements of one window. */
export interface MeasurementWindow {
  /** The number of responses. */
  readonly requests: number;
  /** The number of requests sent, including those still pending when the window ended. */
  readonly sent: number;
  readonly seconds: number;
  /** The latency of each request, in milliseconds. */
  readonly latencies: readonly number[];
  /** The number of responses with a status other than 2xx, errors and timeouts. */
  readonly failures: number;
  readonly statements: number;
  readonly serverCpuSeconds: number;
  readonly databaseCpuSeconds: number;
  readonly memoryMb: number;
}

/** Sends load to a server and measures it. Each connection cycles through its share of the bodies. */
export async function applyLoad(
  server: RunningServer,
  databasePid: number,
  bodies: readonly string[],
  load: Load,
  signal: AbortSignal,
): Promise<MeasurementWindow> {
  signal.throwIfAborted();
  const before = await readUsage(server, databasePid);
  const memory = watchMemory(server.pid);
  const latencies: number[] = [];
  const start = performance.now();
  const { result, end } = await runAutocannon(server.url, bodies, load, latencies, signal);
  const seconds = (end - start) / 1_000;
  const memoryMb = memory();
  await waitUntilIdle(server, databasePid);
  const after = await readUsage(server, databasePid);
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

function runAutocannon(
  url: string,
  bodies: readonly string[],
  { connections, seconds, requests }: Load,
  latencies: number[],
  signal: AbortSignal,
): Promise<{ result: autocannon.Result; end: number }> {
  let end = 0;
  let clients = 0;
  const usedConnections = Math.min(connections, requests ?? connections);
  return new Promise((resolve, reject) => {
    const options: autocannon.Options = {
      url,
      connections: usedConnections,
      ...(requests === undefined ? { duration: seconds } : { amount: requests }),
      timeout: requestTimeoutSeconds,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      setupClient(client) {
        client.setRequests(requestsOf(bodies, clients++, usedConnections));
        client.on('response', (_status, _bytes, milliseconds) => {
          latencies.push(milliseconds);
          // autocannon checks only once a second whether it has finished.
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

// The requests of a connection. They are built in advance, because the load generator and the servers share cores.
function requestsOf(bodies: readonly string[], connection: number, connections: number): autocannon.Request[] {
  const ownBodies = bodies.filter((_body, index) => index % connections === connection);
  const firstIndex = connection % bodies.length;
  const share = bodies.length < connections ? [...bodies.slice(firstIndex), ...bodies.slice(0, firstIndex)] : ownBodies;
  return share.map((body) => ({ body }));
}

/**
 * Waits until the server sends no more statements and the database is idle, so that abandoned statements do not count
 * toward the next window.
 */
async function waitUntilIdle(server: RunningServer, databasePid: number): Promise<void> {
  const end = performance.now() + idleTimeoutMs;
  let [before, cpuBefore] = [-1, -Infinity];
  while (performance.now() < end) {
    const [statements, cpu] = [await server.statements(), cpuSeconds(databasePid)];
    if (statements === before && (cpu - cpuBefore) * 1_000 <= idleCheckMs * maxIdleShare) return;
    [before, cpuBefore] = [statements, cpu];
    await delay(idleCheckMs);
  }
}

async function readUsage(
  server: RunningServer,
  databasePid: number,
): Promise<{ statements: number; server: number; database: number }> {
  return { statements: await server.statements(), server: cpuSeconds(server.pid), database: cpuSeconds(databasePid) };
}
