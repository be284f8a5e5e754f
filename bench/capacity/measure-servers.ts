import { applyLoad, type Load, type MeasurementWindow } from '../measure/apply-load.js';
import { figuresOf } from '../measure/figures.js';
import type { RunEnvironment } from '../measure/measure-graph.js';
import { cpuSeconds, residentTreeMb } from '../measure/process-stats.js';
import { startBalancer, type Balancer } from './haproxy.js';
import type { StartedNeo4j } from '../neo4j/bench-neo4j.js';
import type { KeptGraph } from './kept-graph.js';
import { recordServers } from './measured.js';
import { separateCores, shareCores } from './pin-processes.js';
import { drawMix, type Bodies } from './requests.js';
import { startServers, type StartedServers } from './started-servers.js';

/** The systems to measure: servers and worker processes of each, with the share of requests meant to hit the cache. */
interface SystemSize {
  readonly servers: number;
  readonly workers: number;
  /** Whether the server has one core alone. */
  readonly hasOwnCore?: true;
  readonly hitShare: number;
  readonly requests: number;
}

const connections = [64];
/** Requests for each server, by the share of hits; half as many warm it up. A busy machine only takes longer. */
const requestCounts = [
  { hitShare: 0, requests: 5_000 },
  { hitShare: 0.8, requests: 20_000 },
  { hitShare: 1, requests: 60_000 },
];
/** Requests that are sent again and again, to be served from the cache. */
const repeatedCount = 100;
const drawnCount = 40_000;

/**
 * Measures one and three servers, one server with a core of its own, and one server with each number of workers, with the
 * cache off, in part and on.
 */
export async function recordServerRuns(
  graph: KeptGraph,
  neo4j: StartedNeo4j,
  bodies: Bodies,
  workerCounts: readonly number[],
  environment: RunEnvironment,
): Promise<void> {
  const sizes: Pick<SystemSize, 'servers' | 'workers' | 'hasOwnCore'>[] = [
    ...workerCounts.map((workers) => ({ servers: 1, workers })),
    { servers: 1, workers: 1, hasOwnCore: true },
    { servers: 3, workers: 1 },
  ];
  for (const size of sizes)
    for (const counts of requestCounts) await measureSystem(graph, neo4j, bodies, { ...size, ...counts }, environment);
}

async function measureSystem(
  graph: KeptGraph,
  neo4j: StartedNeo4j,
  bodies: Bodies,
  size: SystemSize,
  { options, context, cleanups }: RunEnvironment,
): Promise<void> {
  const started = await startServers(neo4j.target, size);
  cleanups.push(() => started.stop());
  const balancer = size.servers > 1 ? await startBalancer(started.ports, options.dataDir) : undefined;
  if (balancer) cleanups.push(() => balancer.stop());
  if (size.hasOwnCore) separateCores(started.pids, neo4j.pid);
  const seed = createSeeds();
  for (const count of connections) {
    const measure = async (requestCount: number): Promise<Measurement> => {
      const load = { connections: count, seconds: 1, requests: requestCount * size.servers };
      const requests = drawRequests(bodies, size.hitShare, seed());
      return measureWindow({ started, balancer, databasePid: neo4j.pid }, requests, load, context.signal);
    };
    await measure(size.requests / 2);
    const { window, cpu, hitShare } = await measure(size.requests);
    const subject = { graph: graph.name, work: 'mix', connections: count, server: 'ours' } as const;
    const { serverCpuMs: _server, databaseCpuMs, memoryMb: _memory, ...figures } = figuresOf(subject, [window]);
    const { requestsPerSecond, p50, p99, failures } = figures;
    const memoryMb = Math.max(...started.pids.map((pid) => residentTreeMb(pid)));
    const run = {
      ...{ graph: graph.name, servers: size.servers, workers: size.workers, hitShare, connections: count },
      ...(size.hasOwnCore ? { hasOwnCore: true as const } : {}),
      ...{ requestsPerSecond, p50, p99, ...cpu, databaseCpuMs, memoryMb, failures },
    };
    context.report(JSON.stringify(run));
    recordServers(run);
  }
  if (size.hasOwnCore) shareCores(neo4j.pid);
  if (balancer) await balancer.stop();
  await started.stop();
}

interface Measurement {
  readonly window: MeasurementWindow;
  readonly cpu: { readonly serverCpuMs: number; readonly balancerCpuMs: number; readonly clientCpuMs: number };
  readonly hitShare: number;
}

interface Processes {
  readonly started: StartedServers;
  readonly balancer: Balancer | undefined;
  readonly databasePid: number;
}

async function measureWindow(
  { started, balancer, databasePid }: Processes,
  requests: readonly string[],
  load: Load,
  signal: AbortSignal,
): Promise<Measurement> {
  const readCpu = (): { server: number; balancer: number; client: number } => {
    const { user, system } = process.cpuUsage();
    const server = started.pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
    return { server, balancer: balancer ? cpuSeconds(balancer.pid) : 0, client: (user + system) / 1e6 };
  };
  const [before, lookupsBefore] = [readCpu(), await started.countLookups()];
  const target = { ...started.asRunningServer(), url: balancer?.url ?? started.asRunningServer().url };
  const window = await applyLoad(target, databasePid, requests, load, signal);
  const [after, lookupsAfter] = [readCpu(), await started.countLookups()];
  const perRequest = (kind: keyof typeof before): number => ((after[kind] - before[kind]) * 1_000) / window.sent;
  const hits = lookupsAfter.hits - lookupsBefore.hits;
  return {
    window,
    cpu: {
      ...{ serverCpuMs: perRequest('server'), balancerCpuMs: perRequest('balancer') },
      clientCpuMs: perRequest('client'),
    },
    hitShare: hits / Math.max(hits + lookupsAfter.misses - lookupsBefore.misses, 1),
  };
}

/** Draws requests of which a share is repeated in every window, and the others are new. */
function drawRequests(bodies: Bodies, hitShare: number, seed: number): string[] {
  const repeated = drawMix(bodies, repeatedCount, 0);
  if (hitShare === 1) return repeated;
  const period = 1 / hitShare;
  return drawMix(bodies, drawnCount, seed).map((body, index) =>
    Math.floor(index / period) === Math.floor((index + 1) / period) ? body : (repeated[index % repeatedCount] ?? body),
  );
}

function createSeeds(): () => number {
  let seed = 0;
  return () => (seed += 1);
}
