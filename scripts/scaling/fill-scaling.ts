import type { Measured, MeasuredGraph, ServerRun } from '../../bench/capacity/measured.js';
import { formatNumber } from '../../bench/report/table.js';
import { markdownTable } from '../markdown-table.js';
import { fillParts } from '../marked-parts.js';
import { parsePlanInput } from '../simulate/arguments.js';
import { fitCosts, fitGrowth } from '../simulate/cost-model.js';
import { workNames } from '../simulate/mix.js';
import { planFor } from '../simulate/plan.js';
import { predictRun } from '../simulate/predict-run.js';
import { printPlan } from '../simulate/print-plan.js';
import { measuredGraphs, readMeasured } from '../simulate/recorded.js';
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
    servers: () => printServers(measured, (run) => run.workers === 1),
    workers: () => printServers(measured, (run) => run.servers === 1),
    confirmed: () => printConfirmed(measured, graphs),
    example: () => printExample(measured, examples.example),
    'smaller-page-cache': () => printExample(measured, examples['smaller-page-cache']),
  });
}

function printMachine({ machine: { processors, memoryGb, node } }: Measured): string {
  return `${processors} cores and ${memoryGb} GB for Neo4j, servers, balancer and load generator together; Node.js ${node}.`;
}

function printCosts(graphs: readonly MeasuredGraph[]): string {
  const large = fitCosts(graphs, 100e6);
  const models = graphs.map(({ nodes }) => fitCosts(graphs, nodes));
  const rows = workNames.map((work) => [
    work,
    formatNumber(large.operations[work].serverMs, 2),
    formatNumber(large.operations[work].serverQueryMs, 2),
    formatNumber(large.operations[work].databaseQueryMs, 2),
    ...[...models, large].map(({ operations }) => formatNumber(operations[work].databaseMs, 2)),
    formatNumber(fitGrowth(graphs, work).exponent, 2),
  ]);
  const heading = ['CPU ms', 'server', 'server, query', 'Neo4j, query'];
  const sizes = [...graphs.map(({ nodes }) => nodes), 100e6].map((nodes) => `Neo4j, ${formatCount(nodes)}`);
  return [
    markdownTable([[...heading, ...sizes, 'exponent'], ...rows]),
    `A response from the cache takes ${formatNumber(large.hitMs, 3)} ms of the server.`,
  ].join('\n\n');
}

function printServers({ servers }: Measured, isListed: (run: ServerRun) => boolean): string {
  const rows = servers
    .filter(isListed)
    .map((run) => [
      `${run.graph}, ${run.connections} connections`,
      String(run.servers),
      String(run.workers),
      `${formatNumber(run.hitShare * 100, 0)} %`,
      formatNumber(run.requestsPerSecond, 0),
      ...[run.p50, run.p99].map((ms) => formatNumber(ms, 1)),
      formatNumber(1_000 / run.serverCpuMs, 0),
      ...[run.serverCpuMs, run.databaseCpuMs, run.balancerCpuMs].map((ms) => formatNumber(ms, 2)),
      formatNumber(run.memoryMb, 0),
    ]);
  const heading = ['graph', 'servers', 'workers', 'hits', 'requests/s', 'p50 ms', 'p99 ms', 'a core carries'];
  return markdownTable([
    [...heading, 'server CPU ms', 'Neo4j CPU ms', 'balancer CPU ms', 'memory MB of a server'],
    ...rows,
  ]);
}

function printConfirmed(measured: Measured, graphs: readonly MeasuredGraph[]): string {
  const rows = measured.servers.map((run) => {
    const predicted = predictRun(graphs, run);
    return [
      `${run.graph}, ${run.servers} × ${run.workers}, ${formatNumber(run.hitShare * 100, 0)} % hits, ${run.connections} connections`,
      formatNumber(run.requestsPerSecond, 0),
      formatNumber(predicted.requestsPerSecond, 0),
      formatNumber(run.p50, 1),
      formatNumber(predicted.p50, 1),
    ];
  });
  return markdownTable([['run', 'requests/s', 'simulated', 'p50 ms', 'simulated'], ...rows]);
}

function printExample(measured: Measured, args: readonly string[]): string {
  const input = parsePlanInput(args);
  if (input === undefined) throw new Error('Expected arguments.');
  return `\`\`\`text\n${printPlan(input, planFor(measured, input))}\`\`\``;
}
