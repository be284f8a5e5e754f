import { formatNumber } from '../../bench/report/table.js';
import type { PlanInput } from './arguments.js';
import type { Plan } from './plan.js';

/** Prints a plan as lines of text. */
export function printPlan(input: PlanInput, plan: Plan): string {
  const { servers, readers, simulated } = plan;
  const rows: readonly Row[] = [
    ['Load', `${number(input.rate)} requests/s, ${percent(input.cacheHits)} from the response caches`],
    ['Graph', `${number(input.nodes)} nodes, ${gigabytes(plan.memory.pagedMb)} in Neo4j's files`],
    [
      'Servers',
      `${servers}, each with ${input.serverCores} cores, WORKERS=${input.serverCores}, ${gigabytes(plan.serverMb)}`,
    ],
    ['Neo4j', `${readers}, ${readers === 1 ? 'with' : 'each with'} ${input.databaseCores} cores`],
    ...memoryRows(plan.memory),
    ['Latency', `p50 ${number(simulated.p50, 1)} ms, p99 ${number(simulated.p99, 1)} ms`],
    ['  of a cache miss', `p50 ${number(simulated.missP50, 1)} ms, p99 ${number(simulated.missP99, 1)} ms`],
    ['  disk time of a cache miss', `${number(plan.diskMsPerMiss, 1)} ms`],
    ['Use of the server cores', percent(simulated.serverUse)],
    ['Use of the Neo4j cores', percent(simulated.databaseUse)],
    ['Requests in a batch', number(simulated.meanBatchSize, 1)],
    ['At most', `${number(plan.maxRequestsPerSecond)} requests/s`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('');
}

type Row = readonly [name: string, value: string];

function memoryRows({ pageCacheMb, luceneMb, heapMb, systemMb }: Plan['memory']): Row[] {
  return [
    ['  memory', gigabytes(pageCacheMb + luceneMb + heapMb + systemMb)],
    ['  server.memory.pagecache.size', gigabytes(pageCacheMb)],
    ['  server.memory.heap.max_size', gigabytes(heapMb)],
    ['  full-text indexes', gigabytes(luceneMb)],
    ['  operating system', gigabytes(systemMb)],
  ];
}

/** Formats megabytes as gigabytes. */
export function gigabytes(megabytes: number): string {
  const value = megabytes / 1_024;
  return `${number(value, value < 10 ? 1 : 0)} GB`;
}

function number(value: number, digits = 0): string {
  return formatNumber(value, digits);
}

function percent(share: number): string {
  return `${number(share * 100)} %`;
}
