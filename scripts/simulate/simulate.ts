import { createRandom, type Random } from '../../bench/graph/random.js';
import { quantile } from '../../bench/measure/figures.js';
import { Clock } from './clock.js';
import { Cores, Thread } from './cores.js';
import type { CostModel } from './cost-model.js';
import type { WorkName } from './mix.js';
import { drawExponential, runLoad, type RunningSystem, type SimulatedLoad } from './run-load.js';
import { Worker, type RunBatch } from './worker.js';

/** The processes and machines to simulate. */
export interface System {
  readonly servers: number;
  /** Processes of each server; each uses one core. */
  readonly workers: number;
  readonly readers: number;
  /** Cores of each machine with a Neo4j. */
  readonly databaseCores: number;
  /** Cores of one machine for everything, the load generator included; undefined if each process has a machine. */
  readonly sharedCores?: number;
  readonly costs: CostModel;
  /** How long Neo4j waits for its disk for one request of a kind, in milliseconds. */
  readonly diskMs: (work: WorkName) => number;
  readonly networkMs: number;
}

/** The result of a simulation. */
export interface Simulated {
  readonly requestsPerSecond: number;
  /** Latencies in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Of the requests that a query served. */
  readonly missP50: number;
  readonly missP99: number;
  /** Busy time of the server processes and of the cores of all Neo4js, as a share of the time. */
  readonly serverUse: number;
  readonly databaseUse: number;
  readonly meanBatchSize: number;
  /** Processor time of all servers, and of all Neo4js, for a request, in milliseconds. */
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
}

/** Simulates a load on a system. The same arguments give the same result. */
export function simulate(system: System, load: SimulatedLoad): Simulated {
  const clock = new Clock();
  const random = createRandom(21, 0);
  const sharedCores = system.sharedCores === undefined ? undefined : new Cores(clock, system.sharedCores);
  const batches = { requests: 0, count: 0, cpuMs: 0 };
  const runBatch = createDatabase(system, { clock, random, sharedCores }, batches);
  const newWorker = (): Worker => {
    const thread = new Thread(sharedCores ?? new Cores(clock, 1));
    return new Worker(clock, thread, system.costs.operations, system.costs.hitMs, runBatch);
  };
  const workers = Array.from({ length: system.servers * system.workers }, newWorker);
  const { latencies, missLatencies, elapsedMs } = runLoad({ clock, random, workers, sharedCores }, load);
  const serverMs = workers.reduce((sum, { thread }) => sum + thread.busyMs, 0);
  return {
    requestsPerSecond: (latencies.length / elapsedMs) * 1_000,
    ...{ p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) },
    ...{ missP50: quantile(missLatencies, 0.5), missP99: quantile(missLatencies, 0.99) },
    serverUse: serverMs / (workers.length * clock.now),
    databaseUse: batches.cpuMs / (system.readers * (system.sharedCores ?? system.databaseCores) * clock.now),
    meanBatchSize: batches.requests / Math.max(batches.count, 1),
    ...{ serverCpuMs: serverMs / load.requests, databaseCpuMs: batches.cpuMs / load.requests },
  };
}

/** Creates the Neo4js, which take batches in turn, and count them in `batches`. */
function createDatabase(
  { readers, databaseCores, costs, networkMs, diskMs }: System,
  { clock, random, sharedCores }: Omit<RunningSystem, 'workers'>,
  batches: { requests: number; count: number; cpuMs: number },
): RunBatch {
  const machines = Array.from({ length: readers }, () => sharedCores ?? new Cores(clock, databaseCores));
  return (work, requestCount, done) => {
    const { databaseMs, databaseQueryMs } = costs.operations[work];
    const cpuMs = databaseQueryMs + databaseMs * sumOfExponentials(random, requestCount);
    const cores = machines[batches.count % machines.length];
    batches.count += 1;
    batches.requests += requestCount;
    batches.cpuMs += cpuMs;
    clock.schedule(networkMs + requestCount * diskMs(work), () => cores?.run(cpuMs, done));
  };
}

// How long a request takes in Neo4j depends on its entity, above all on the number of its relations.
function sumOfExponentials(random: Random, count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += drawExponential(random);
  return sum;
}
