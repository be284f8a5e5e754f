import type { Figures } from '../../bench/measure/figures.js';
import { readBaseCosts, readKinds } from './base-costs.js';
import { fitCosts } from './cost-model.js';
import { workNames } from './mix.js';
import { loopbackMs } from './predict-run.js';
import { simulate, type Simulated } from './simulate.js';

/** A recorded run of one kind of request on one server, and its simulation. */
export interface RecordedKind {
  readonly recorded: Figures;
  readonly simulated: Simulated;
}

const requests = 10_000;

/** Processor time of the load generator for one request, in milliseconds. */
const clientMs = 0.03;

/** Simulates the runs of single kinds in docs/performance from the processor time that they have recorded. */
export function simulateRecordedKinds(): RecordedKind[] {
  const base = readBaseCosts();
  const costs = fitCosts(base, [[base]], base.nodes);
  const machine = { servers: 1, workers: 1, readers: 1, databaseCores: 2, sharedCores: 2 };
  const system = { ...machine, costs, networkMs: loopbackMs, diskMs: () => 0 };
  return readKinds().map((recorded) => {
    const mix = workNames.filter((name) => name === recorded.work).map((name) => [name, 1] as const);
    const load = { requests, connections: recorded.connections, hitShare: 0, mix, clientMs };
    return { recorded, simulated: simulate(system, load) };
  });
}
