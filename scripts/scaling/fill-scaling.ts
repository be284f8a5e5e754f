import type { Measured, MeasuredGraph } from '../../bench/capacity/measured.js';
import { formatNumber } from '../../bench/report/table.js';
import { markdownTable } from '../markdown-table.js';
import { fillParts } from '../marked-parts.js';
import { parsePlanInput } from '../simulate/arguments.js';
import { readBaseCosts, readGrowthRun } from '../simulate/base-costs.js';
import { fitCosts, fitGrowth } from '../simulate/cost-model.js';
import { workNames } from '../simulate/mix.js';
import { planFor } from '../simulate/plan.js';
import { printPlan } from '../simulate/print-plan.js';
import { measuredGraphs, readMeasured } from '../simulate/recorded.js';
import { printComparisons, printKinds, printThroughput } from './confirmed-tables.js';
import { sortRuns } from './sort-runs.js';
import { formatCount, printMemory, printPages, printStore } from './memory-tables.js';

/** The worked examples, by the names of their parts: with the whole graph in memory, and with half of it. */
export const examples = {
  example: ['--nodes', '100m', '--rate', '1000', '--cache-hits', '0.8', '--cores', '2'],
  'smaller-page-cache': [
    '--nodes',
    '100m',
    '--rate',
    '1000',
    '--cache-hits',
    '0.8',
    '--cores',
    '2',
    '--page-cache',
    '150g',
  ],
};

/** Fills the tables in docs/scaling.md from the measurements. */
export function fillScaling(text: string): string {
  const measured = readMeasured();
  const graphs = measuredGraphs(measured);
  return fillParts('docs/scaling.md', text, {
    machine: () => printMachine(measured),
    store: () => printStore(graphs),
    memory: () => printMemory(graphs),
    pages: () => printPages(graphs),
    costs: () => printCosts(graphs),
    servers: () => printServers(measured),
    workers: () => printWorkers(measured),
    kinds: printKinds,
    throughput: () => printThroughput(graphs, measured),
    comparisons: () => printComparisons(graphs, measured),
    example: () => printExample(measured, examples.example),
    'smaller-page-cache': () => printExample(measured, examples['smaller-page-cache']),
  });
}

function printMachine({ machine: { processors, memoryGb, node } }: Measured): string {
  return `${processors} cores and ${memoryGb} GB for Neo4j, servers, balancer and load generator together; Node.js ${node}.`;
}

function printCosts(graphs: readonly MeasuredGraph[]): string {
  const base = readBaseCosts();
  const runs = [graphs, readGrowthRun()];
  const columnSizes = [...graphs.map(({ nodes }) => nodes), 100e6];
  const models = columnSizes.map((nodes) => fitCosts(base, runs, nodes));
  const { operations, hitMs } = fitCosts(base, runs, base.nodes);
  const rows = workNames.map((work) => [
    work,
    formatNumber(operations[work].serverMs, 2),
    formatNumber(operations[work].serverQueryMs, 2),
    formatNumber(operations[work].databaseQueryMs, 2),
    ...models.map((model) => formatNumber(model.operations[work].databaseMs, 2)),
    formatNumber(fitGrowth(runs, work).exponent, 2),
  ]);
  const heading = ['CPU ms', 'server', 'server, query', 'Neo4j, query'];
  const columns = columnSizes.map((nodes) => `Neo4j, ${formatCount(nodes)}`);
  return [
    markdownTable([[...heading, ...columns, 'exponent'], ...rows]),
    `A response from the cache takes ${formatNumber(hitMs, 3)} ms of the server.`,
  ].join('\n\n');
}

function printServers({ servers }: Measured): string {
  const runs = sortRuns(servers.filter(({ workers, hasOwnCore }) => workers === 1 && !hasOwnCore));
  const rows = runs.map((run) => [
    ...[run.graph, String(run.servers), `${formatNumber(run.hitShare * 100, 0)} %`],
    ...[run.serverCpuMs, run.databaseCpuMs, run.balancerCpuMs].map((ms) => formatNumber(ms, 2)),
    formatNumber(1_000 / run.serverCpuMs, 0),
    formatNumber(run.memoryMb, 0),
  ]);
  const heading = ['graph', 'servers', 'hits', 'server CPU ms', 'Neo4j CPU ms', 'balancer CPU ms'];
  return markdownTable([[...heading, 'requests/s a core', 'memory MB of a server'], ...rows]);
}

function printWorkers({ servers }: Measured): string {
  if (servers.every(({ workers }) => workers === 1)) return 'Not recorded yet.';
  const runs = sortRuns(servers.filter((run) => run.servers === 1));
  const rows = runs.map((run) => [
    ...[run.graph, String(run.workers), run.hasOwnCore ? 'separate' : 'shared'],
    ...[`${formatNumber(run.hitShare * 100, 0)} %`, formatNumber(run.requestsPerSecond, 0)],
    ...[run.p50, run.p99].map((ms) => formatNumber(ms, 1)),
    ...[run.serverCpuMs, run.databaseCpuMs].map((ms) => formatNumber(ms, 2)),
    formatNumber(run.memoryMb, 0),
  ]);
  const heading = [
    'graph',
    'workers',
    'cores',
    'hits',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'server CPU ms',
    'Neo4j CPU ms',
  ];
  return markdownTable([[...heading, 'memory MB'], ...rows]);
}

function printExample(measured: Measured, args: readonly string[]): string {
  const input = parsePlanInput(args);
  if (input === undefined) throw new Error('Expected arguments.');
  return `\`\`\`text\n${printPlan(input, planFor(measured, input))}\`\`\``;
}
