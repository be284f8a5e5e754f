import type { MeasuredGraph, ServerRun } from '../../bench/capacity/measured.js';
import { sizes } from '../../bench/graph/shape.js';
import { readBaseCosts, readGrowthRun } from './base-costs.js';
import { fitCosts, type CostModel } from './cost-model.js';
import { defaultMix } from './mix.js';
import { simulate, type Simulated } from './simulate.js';

/** Requests in a simulation of a measured run. */
const runRequests = 20_000;

/** A round trip on the loopback interface, in milliseconds. */
export const loopbackMs = 0.1;

/** The cores that all processes of a measured run shared. */
const sharedCores = 2;

type PredictRun = (run: ServerRun) => Simulated;

/** Returns a function that simulates a measured run with its clients, from the costs on the graphs. */
function createPrediction(graphs: readonly MeasuredGraph[]): PredictRun {
  const [base, growthRuns] = [readBaseCosts(), [graphs, readGrowthRun()]];
  return (run) => predictRun(run, fitCosts(base, growthRuns, sizes[run.graph]));
}

function predictRun(run: ServerRun, costs: CostModel): Simulated {
  const { servers, workers, connections, hitShare, clientCpuMs: clientMs, balancerCpuMs: balancerMs } = run;
  return simulate(
    {
      ...{ servers, workers, readers: 1, databaseCores: sharedCores, sharedCores, costs },
      ...{ networkMs: loopbackMs, diskMs: () => 0 },
    },
    {
      ...{ requests: runRequests, connections, hitShare, clientMs, balancerMs },
      mix: defaultMix,
    },
  );
}

/** The throughput of a run of one server, measured and simulated. */
export interface ThroughputComparison {
  readonly run: ServerRun;
  readonly simulated: number;
}

/** Compares the throughput of each measured run of one server. */
export function compareThroughput(
  graphs: readonly MeasuredGraph[],
  runs: readonly ServerRun[],
): ThroughputComparison[] {
  const predict = createPrediction(graphs);
  return runs
    .filter(({ servers, hasOwnCore }) => servers === 1 && !hasOwnCore)
    .map((run) => ({ run, simulated: predict(run).requestsPerSecond }));
}

/** What three servers take for a request, relative to one server with the same load. */
export interface ServerComparison {
  readonly graph: string;
  readonly hitShare: number;
  /** Ratios of the processor time of servers and Neo4j together. */
  readonly measuredRatio: number;
  readonly simulatedRatio: number;
}

/** Compares each measured run of several servers with that of one server. Ratios depend little on other load. */
export function compareServers(graphs: readonly MeasuredGraph[], runs: readonly ServerRun[]): ServerComparison[] {
  const predict = createPrediction(graphs);
  return runs.flatMap((run) => {
    if (run.servers === 1) return [];
    const isSingle = (other: ServerRun): boolean =>
      other.servers === 1 &&
      !other.hasOwnCore &&
      other.workers === run.workers &&
      other.connections === run.connections;
    const candidates = runs.filter((other) => other.graph === run.graph && isSingle(other));
    const distance = (other: ServerRun): number => Math.abs(other.hitShare - run.hitShare);
    const [single] = candidates.toSorted((first, second) => distance(first) - distance(second));
    if (!single) return [];
    const [several, one] = [run, single].map((each) => cpuMs(predict(each)));
    const simulatedRatio = (several ?? 0) / (one ?? 1);
    return [{ graph: run.graph, hitShare: run.hitShare, measuredRatio: cpuMs(run) / cpuMs(single), simulatedRatio }];
  });
}

function cpuMs({ serverCpuMs, databaseCpuMs }: Pick<ServerRun, 'serverCpuMs' | 'databaseCpuMs'>): number {
  return serverCpuMs + databaseCpuMs;
}
