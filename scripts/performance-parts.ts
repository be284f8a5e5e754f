import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figures } from '../bench/measure/figures.js';
import type { WrittenResults } from '../bench/report/results.js';
import { formatNumber } from '../bench/report/table.js';
import { packageRoot } from '../src/paths.js';
import { markdownTable } from './markdown-table.js';
import { fillParts } from './marked-parts.js';

const directory = join(packageRoot, 'docs', 'performance');

/** Fills the tables in docs/performance.md from the recorded results. */
export function fillPerformance(text: string): string {
  const runs = recordedRuns();
  return fillParts('docs/performance.md', text, {
    bars: () => runs.map(printBars).join('\n\n'),
    figures: () => runs.map(printFigures).join('\n\n'),
    loading: () => runs.map(printLoading).join('\n'),
  });
}

interface Run extends WrittenResults {
  readonly name: string;
}

function recordedRuns(): Run[] {
  const files = readdirSync(directory).filter((file) => file.endsWith('.json'));
  return files.toSorted().map((file) => {
    const results = JSON.parse(readFileSync(join(directory, file), 'utf8')) as WrittenResults; // written by the benchmark
    return { name: file.replace('.json', ''), ...results };
  });
}

function printFigures({ name, machine, figures }: Run): string {
  const { processors, memoryGb, node } = machine;
  return [
    `### Run \`${name}\``,
    `${processors} cores and ${memoryGb} GB for database, servers and load generator together; Node.js ${node}.`,
    printThroughput(figures),
    'Of `ours`:',
    printDetails(figures.filter(({ server }) => server === 'ours')),
    ...printCharts(name, figures),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Requests per second: a row for each workload, a column for each server; empty if only one server ran. */
function printThroughput(figures: readonly Figures[]): string {
  const servers = [...new Set(figures.map(({ server }) => server))];
  if (servers.length < 2) return '';
  const rows = workloadsOf(figures).map((workload) => [
    workload,
    ...servers.map((server) => {
      const figure = figures.find((one) => workloadOf(one) === workload && one.server === server);
      return figure ? formatNumber(figure.requestsPerSecond, 0) : '–';
    }),
  ]);
  return markdownTable([['requests/s', ...servers.map((server) => `\`${server}\``)], ...rows]);
}

function printDetails(figures: readonly Figures[]): string {
  const heading = ['workload', 'requests/s', 'p50 ms', 'p99 ms', 'queries/request', 'server CPU ms', 'database CPU ms'];
  const rows = figures.map((one) => [
    workloadOf(one),
    formatNumber(one.requestsPerSecond, 0),
    formatNumber(one.p50, 2),
    formatNumber(one.p99, 2),
    formatNumber(one.statementsPerRequest, 2),
    formatNumber(one.serverCpuMs, 3),
    formatNumber(one.databaseCpuMs, 3),
    formatNumber(one.memoryMb, 0),
  ]);
  return markdownTable([[...heading, 'memory MB'], ...rows]);
}

function printCharts(name: string, figures: readonly Figures[]): string[] {
  const files = new Set(figures.map(({ graph, connections }) => `${name}-${graph}-${connections}.svg`));
  return [...files].map((file) => `![The figures of run ${name} as bars](performance/${file})`);
}

/** Lists the ratios to other servers, and the broken bars of latency and memory. */
function printBars({ name, verdicts }: Run): string {
  const listed = verdicts.filter(
    ({ promise, holds }) => (/×|loses/.test(promise) && !promise.includes('p99')) || !holds,
  );
  const rows = listed.map(({ promise, found, holds }) => [promise, found, holds ? 'yes' : '**no**']);
  const unlisted = verdicts.length - listed.length;
  const rest =
    unlisted === 0 ? '' : `\n\nThe other ${unlisted} bars hold: p99 is at most 4 × p50, and memory is below its limit.`;
  return `Run \`${name}\`:\n\n${markdownTable([['Bar', 'Found', 'Holds'], ...rows])}${rest}`;
}

function printLoading({ name, loaded }: Run): string {
  const rates = loaded.map(({ graph, rowsPerSecond }) => `${graph} ${formatNumber(rowsPerSecond, 0)}`);
  return `- Run \`${name}\`, rows per second: ${rates.join(', ')}.`;
}

function workloadsOf(figures: readonly Figures[]): string[] {
  return [...new Set(figures.map(workloadOf))];
}

function workloadOf({ graph, work, connections }: Figures): string {
  return `${work}, ${graph}, ${connections === 1 ? '1 connection' : `${connections} connections`}`;
}
