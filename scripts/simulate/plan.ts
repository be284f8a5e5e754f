import type { MeasuredGraph } from '../../bench/capacity/measured.js';
import type { PlanInput } from './arguments.js';
import { fitCosts, type CostModel, type OperationCost } from './cost-model.js';
import { fitMemory, pageReadsOf, type DatabaseMemory } from './memory-model.js';
import type { WorkName } from './mix.js';
import { simulate, type Simulated, type System } from './simulate.js';

/** What to run for a load, and how it would respond. */
export interface Plan {
  readonly servers: number;
  readonly readers: number;
  readonly memory: DatabaseMemory;
  readonly simulated: Simulated;
  /** Requests per second that these machines reach at most. */
  readonly maxRequestsPerSecond: number;
  readonly pageReadsPerMiss: number;
}

/** Requests in a simulation: enough for a stable 99th percentile. */
const planRequests = 20_000;

/** So that one server may fail or be replaced. */
const minServers = 2;
const maxMachines = 200;

/** Clients of each worker in the simulation of the highest rate. */
const clientsPerWorker = 64;

/** Finds the smallest number of servers and Neo4js that carry the load. Throws an error if 200 do not. */
export function planFor(graphs: readonly MeasuredGraph[], input: PlanInput): Plan {
  const { nodes, rate, cacheHits: hitShare, mix, maxUse } = input;
  const memory = fitMemory(graphs, nodes, input.pageCacheMb);
  const load = { requests: planRequests, hitShare, mix };
  let [servers, readers] = [minServers, 1];
  while (Math.max(servers, readers) <= maxMachines) {
    const system = systemFor(graphs, input, memory, servers, readers);
    const simulated = simulate(system, { ...load, ratePerSecond: rate });
    const { serverUse, databaseUse } = simulated;
    // Without one server, the others carry its requests.
    const useWithoutOne = (serverUse * servers) / (servers - 1);
    if (useWithoutOne <= maxUse && databaseUse <= maxUse) {
      const connections = clientsPerWorker * servers * system.workers;
      const { requestsPerSecond } = simulate(system, { ...load, connections });
      const pageReadsPerMiss =
        mix.reduce((sum, [work, share]) => sum + share * system.diskMs(work), 0) / (input.diskMs || 1);
      return { servers, readers, memory, simulated, maxRequestsPerSecond: requestsPerSecond, pageReadsPerMiss };
    }
    if (useWithoutOne > maxUse) servers += 1;
    if (databaseUse > maxUse) readers += 1;
  }
  throw new Error(`More than ${maxMachines} machines would be needed: lower --rate, or give the machines more cores.`);
}

function systemFor(
  graphs: readonly MeasuredGraph[],
  { nodes, serverCores, databaseCores, diskMs, networkMs, speed }: PlanInput,
  { pageCacheMb, pagedMb }: DatabaseMemory,
  servers: number,
  readers: number,
): System {
  const costs = speedUp(fitCosts(graphs, nodes), speed);
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
