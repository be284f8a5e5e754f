import { formatNumber } from '../../bench/report/table.js';
import type { PlanInput } from './arguments.js';
import type { Plan } from './plan.js';

/** Prints a plan as lines of text. */
export function printPlan(input: PlanInput, { servers, readers, memory, simulated, ...plan }: Plan): string {
  const { pageCacheMb, pagedMb, luceneMb, heapMb, systemMb } = memory;
  const machineMb = pageCacheMb + luceneMb + heapMb + systemMb;
  const rows: readonly (readonly [name: string, value: string])[] = [
    ['Load', `${number(input.rate)} requests/s, ${percent(input.cacheHits)} from the response caches`],
    ['Graph', `${number(input.nodes)} nodes, ${gigabytes(pagedMb)} in Neo4j's files`],
    ['Servers', `${servers}, each with ${input.serverCores} cores, WORKERS=${input.serverCores}`],
    ['Neo4j', `${readers === 1 ? '1 machine' : `${readers} readers`}, each with ${input.databaseCores} cores`],
    ['  memory', gigabytes(machineMb)],
    ['  server.memory.pagecache.size', gigabytes(pageCacheMb)],
    ['  server.memory.heap.max_size', gigabytes(heapMb)],
    ['  full-text indexes', gigabytes(luceneMb)],
    ['  operating system', gigabytes(systemMb)],
    ['Latency', `p50 ${number(simulated.p50, 1)} ms, p99 ${number(simulated.p99, 1)} ms`],
    ['Use of the server cores', percent(simulated.serverUse)],
    ['Use of the Neo4j cores', percent(simulated.databaseUse)],
    ['Requests in a batch', number(simulated.meanBatchSize, 1)],
    ['Pages read for a cache miss', number(plan.pageReadsPerMiss, 1)],
    ['At most', `${number(plan.maxRequestsPerSecond)} requests/s`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('');
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
