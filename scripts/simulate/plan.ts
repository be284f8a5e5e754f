import type { Measured, MeasuredGraph } from '../../bench/capacity/measured.js';
import type { PlanInput } from './arguments.js';
import { readBaseCosts, readGrowthRun } from './base-costs.js';
import { fitCosts, type CostModel, type OperationCost } from './cost-model.js';
import { measuredGraphs } from './recorded.js';
import { fitMemory, pageReadsOf, type DatabaseMemory } from './memory-model.js';
import type { WorkName } from './mix.js';
import { simulate, type Simulated, type System } from './simulate.js';

/** What to run for a load, and how it would respond. */
export interface Plan {
  readonly servers: number;
  readonly readers: number;
  readonly memory: DatabaseMemory;
  /** The memory of each server, in megabytes. */
  readonly serverMb: number;
  readonly simulated: Simulated;
  /** Requests per second that these machines reach at most. */
  readonly maxRequestsPerSecond: number;
  /** How long a request that misses the caches waits for Neo4j's disk, in milliseconds. */
  readonly diskMsPerMiss: number;
}

/** Requests in a simulation: enough for a stable 99th percentile. */
const planRequests = 20_000;

/** So that one server may fail or be replaced. */
const minServers = 2;
const maxMachines = 200;

/** Clients of each worker in the simulation of the highest rate. */
const clientsPerWorker = 64;

/** Finds the smallest number of servers and Neo4js that carry the load. Throws an error if 200 do not. */
export function planFor(measured: Measured, input: PlanInput): Plan {
  const graphs = measuredGraphs(measured);
  const memory = fitMemory(graphs, input.nodes, input);
  const costs = speedUp(fitCosts(readBaseCosts(), [graphs, readGrowthRun()], input.nodes), input.speed);
  const load = { requests: planRequests, hitShare: input.cacheHits, mix: input.mix };
  let [servers, readers] = [minServers, 1];
  while (Math.max(servers, readers) <= maxMachines) {
    const system = systemFor(graphs, input, memory, { servers, readers, costs });
    const simulated = simulate(system, { ...load, ratePerSecond: input.rate });
    // Without one server, the others carry its requests.
    const needsServer = (simulated.serverUse * servers) / (servers - 1) > input.maxUse;
    const needsReader = simulated.databaseUse > input.maxUse;
    if (!needsServer && !needsReader) {
      const connections = clientsPerWorker * servers * system.workers;
      const maxRequestsPerSecond = simulate(system, { ...load, connections }).requestsPerSecond;
      const sizes = { memory, serverMb: workerMb(measured) * system.workers };
      return { servers, readers, ...sizes, simulated, maxRequestsPerSecond, diskMsPerMiss: diskMsOf(system, input) };
    }
    if (needsServer) servers += 1;
    if (needsReader) readers += 1;
  }
  throw new Error(`More than ${maxMachines} machines would be needed: lower --rate, or give the machines more cores.`);
}

/** The peak memory of a server process in the measured runs. */
function workerMb({ servers }: Measured): number {
  return Math.max(...servers.map(({ memoryMb, workers }) => memoryMb / workers));
}

function diskMsOf(system: System, { mix }: PlanInput): number {
  return mix.reduce((sum, [work, share]) => sum + share * system.diskMs(work), 0);
}

function systemFor(
  graphs: readonly MeasuredGraph[],
  { serverCores, databaseCores, diskMs, networkMs }: PlanInput,
  { pageCacheMb, pagedMb }: DatabaseMemory,
  { servers, readers, costs }: Pick<System, 'servers' | 'readers' | 'costs'>,
): System {
  return {
    ...{ servers, readers, workers: serverCores, databaseCores, costs, networkMs },
    diskMs: (work: WorkName) => pageReadsOf(graphs, work, pageCacheMb / pagedMb) * diskMs,
  };
}

function speedUp({ operations, hitMs }: CostModel, speed: number): CostModel {
  const faster = (cost: OperationCost): OperationCost => ({
    serverMs: cost.serverMs / speed,
    serverQueryMs: cost.serverQueryMs / speed,
    databaseMs: cost.databaseMs / speed,
    databaseQueryMs: cost.databaseQueryMs / speed,
    maxBatchSize: cost.maxBatchSize,
  });
  const entries = Object.entries(operations).map(([work, cost]) => [work, faster(cost)]);
  return { operations: Object.fromEntries(entries) as CostModel['operations'], hitMs: hitMs / speed };
}
