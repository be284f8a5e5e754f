import type { ServerRun } from '../../bench/capacity/measured.js';
import { sizes } from '../../bench/graph/shape.js';

/** Sorts runs by graph, servers, workers, cores and hits. */
export function sortRuns(runs: readonly ServerRun[]): ServerRun[] {
  return runs.toSorted(
    (first, second) =>
      sizes[first.graph] - sizes[second.graph] ||
      first.servers - second.servers ||
      first.workers - second.workers ||
      Number(first.hasOwnCore ?? false) - Number(second.hasOwnCore ?? false) ||
      first.hitShare - second.hitShare,
  );
}
