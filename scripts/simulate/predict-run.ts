import type { MeasuredGraph, ServerRun } from '../../bench/capacity/measured.js';
import { sizes } from '../../bench/graph/shape.js';
import { fitCosts } from './cost-model.js';
import { defaultMix } from './mix.js';
import { simulate, type Simulated } from './simulate.js';

/** Requests in a simulation of a measured run. */
const runRequests = 20_000;

/** A round trip on the loopback interface, in milliseconds. */
const loopbackMs = 0.1;

/** Simulates a measured run: its clients, on the cores that all processes shared. */
export function predictRun(graphs: readonly MeasuredGraph[], run: ServerRun, sharedCores = 2): Simulated {
  const costs = fitCosts(graphs, sizes[run.graph]);
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
