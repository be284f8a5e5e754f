import type { ServerName } from '../servers/server-name.js';
import type { GraphName } from '../graph/load-graph.js';
import type { Shares } from '../servers/shares.js';
import type { MeasurementWindow } from './apply-load.js';

/** The combined measurements of a server for a work item, over all windows. */
export interface Figures {
  readonly graph: GraphName;
  readonly work: string;
  readonly connections: number;
  readonly server: ServerName;
  readonly requestsPerSecond: number;
  /** The median latency in milliseconds. */
  readonly p50: number;
  /** The 99th percentile of the latency in milliseconds. */
  readonly p99: number;
  readonly statementsPerRequest: number;
  /** The CPU time of the server per request, in milliseconds. */
  readonly serverCpuMs: number;
  /** The CPU time of its database per request, in milliseconds. */
  readonly databaseCpuMs: number;
  /** The peak resident memory of the server, in megabytes. */
  readonly memoryMb: number;
  readonly requests: number;
  readonly failures: number;
  /** The CPU profile of the server, with `--profile`. */
  readonly shares?: Shares;
}

/** The properties that identify a measurement. */
export type Subject = Pick<Figures, 'graph' | 'work' | 'connections' | 'server'>;

/** Combines the windows of a measurement. */
export function figuresOf(subject: Subject, windows: readonly MeasurementWindow[]): Figures {
  const sum = (value: (window: MeasurementWindow) => number): number =>
    windows.reduce((total, current) => total + value(current), 0);
  const requests = sum((window) => window.requests);
  const latencies = Float64Array.from(windows.flatMap((window) => window.latencies)).sort();
  const sent = sum((window) => window.sent);
  const perRequest = (total: number): number => (sent === 0 ? 0 : total / sent);
  return {
    ...subject,
    requestsPerSecond: requests / sum((window) => window.seconds),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    statementsPerRequest: perRequest(sum((window) => window.statements)),
    serverCpuMs: perRequest(sum((window) => window.serverCpuSeconds)) * 1_000,
    databaseCpuMs: perRequest(sum((window) => window.databaseCpuSeconds)) * 1_000,
    memoryMb: Math.max(...windows.map((window) => window.memoryMb)),
    requests,
    failures: sum((window) => window.failures),
  };
}

/** A quantile of sorted values; `share` is from 0 to 1. */
export function quantile(sorted: Float64Array, share: number): number {
  const index = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  return sorted[Math.max(0, index)] ?? 0;
}
