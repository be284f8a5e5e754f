import type { Measured, MeasuredGraph } from '../../bench/capacity/measured.js';
import { formatNumber } from '../../bench/report/table.js';
import { markdownTable } from '../markdown-table.js';
import { compareServers, compareThroughput } from '../simulate/predict-run.js';
import { simulateRecordedKinds } from '../simulate/recorded-kinds.js';
import { sortRuns } from './sort-runs.js';

/** The recorded and simulated figures of one server, for each kind of request. */
export function printKinds(): string {
  const rows = simulateRecordedKinds().map(({ recorded, simulated }) => [
    `${recorded.work}, ${recorded.connections} ${recorded.connections === 1 ? 'connection' : 'connections'}`,
    formatNumber(recorded.requestsPerSecond, 0),
    formatNumber(simulated.requestsPerSecond, 0),
    ...[recorded.p50, simulated.p50, recorded.p99, simulated.p99].map((ms) => formatNumber(ms, 1)),
  ]);
  const heading = ['kind of request', 'requests/s', 'simulated', 'p50 ms', 'simulated', 'p99 ms', 'simulated'];
  return markdownTable([heading, ...rows]);
}

/** The throughput of one server with the mix, measured and simulated. */
export function printThroughput(graphs: readonly MeasuredGraph[], { servers }: Measured): string {
  const rows = compareThroughput(graphs, sortRuns(servers)).map(({ run, simulated }) => [
    ...[run.graph, String(run.workers), `${formatNumber(run.hitShare * 100, 0)} %`],
    ...[run.requestsPerSecond, simulated].map((rate) => formatNumber(rate, 0)),
  ]);
  return markdownTable([['graph', 'workers', 'hits', 'requests/s', 'simulated'], ...rows]);
}

/** The processor time of several servers for a request, relative to one, measured and simulated. */
export function printComparisons(graphs: readonly MeasuredGraph[], { servers }: Measured): string {
  const rows = compareServers(graphs, sortRuns(servers)).map(({ graph, hitShare, measuredRatio, simulatedRatio }) => [
    graph,
    `${formatNumber(hitShare * 100, 0)} %`,
    ...[measuredRatio, simulatedRatio].map((ratio) => formatNumber(ratio, 2)),
  ]);
  return markdownTable([['graph', 'hits', 'three servers to one', 'simulated'], ...rows]);
}
