import type { ServerName } from '../servers/server-name.js';
import type { GraphName } from '../graph/make-graph.js';
import type { Shares } from '../servers/shares.js';
import type { Window } from './drive.js';

/** What was measured of one server at one piece of work, all its windows together. */
export interface Figures {
  readonly graph: GraphName;
  readonly work: string;
  readonly connections: number;
  readonly server: ServerName;
  readonly requestsPerSecond: number;
  /** Milliseconds that half of the requests stayed within. */
  readonly p50: number;
  /** Milliseconds that all but one in a hundred stayed within. */
  readonly p99: number;
  readonly statementsPerRequest: number;
  /** Processor milliseconds that the server used for each request. */
  readonly serverCpuMs: number;
  /** Processor milliseconds that its database used for each request. */
  readonly databaseCpuMs: number;
  /** The most memory the server held, in megabytes. */
  readonly memoryMb: number;
  readonly requests: number;
  readonly failures: number;
  /** What the server's time was spent on, where that was asked for. */
  readonly shares?: Shares;
}

/** What the figures are of. */
export type Subject = Pick<Figures, 'graph' | 'work' | 'connections' | 'server'>;

/** Puts the windows of one subject together. */
export function figuresOf(subject: Subject, windows: readonly Window[]): Figures {
  const sum = (value: (window: Window) => number): number => windows.reduce((total, one) => total + value(one), 0);
  const requests = sum((window) => window.requests);
  const latencies = Float64Array.from(windows.flatMap((window) => window.latencies)).sort();
  const sent = sum((window) => window.sent);
  const each = (total: number): number => (sent === 0 ? 0 : total / sent);
  return {
    ...subject,
    requestsPerSecond: requests / sum((window) => window.seconds),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    statementsPerRequest: each(sum((window) => window.statements)),
    serverCpuMs: each(sum((window) => window.serverCpuSeconds)) * 1_000,
    databaseCpuMs: each(sum((window) => window.databaseCpuSeconds)) * 1_000,
    memoryMb: Math.max(...windows.map((window) => window.memoryMb)),
    requests,
    failures: sum((window) => window.failures),
  };
}

/** The value that the given share of the sorted values stays within. */
export function quantile(sorted: Float64Array, share: number): number {
  const index = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  return sorted[Math.max(0, index)] ?? 0;
}
