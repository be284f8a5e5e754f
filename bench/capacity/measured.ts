import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { SizeName } from '../graph/shape.js';

/** The bytes of a database on disk, by what the files hold. */
export interface StoreBytes {
  readonly nodes: number;
  readonly relations: number;
  /** Property records, which also hold short values. */
  readonly properties: number;
  /** Long strings. */
  readonly strings: number;
  /** Lists. */
  readonly arrays: number;
  /** Range and token lookup indexes, which Neo4j reads through its page cache. */
  readonly indexes: number;
  /** Full-text and text indexes, which Lucene reads through the cache of the operating system. */
  readonly luceneIndexes: number;
  readonly other: number;
}

/** The cost of a kind of request at a number of connections, with the response cache off. */
export interface MeasuredOperation {
  readonly work: string;
  readonly connections: number;
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
  readonly statementsPerRequest: number;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Pages that Neo4j read from its files for each request, with a page cache of a given size. */
export interface PageReads {
  readonly work: string;
  readonly pageCacheMb: number;
  readonly readsPerRequest: number;
  readonly databaseCpuMs: number;
}

/** Live objects in Neo4j's heap after a full garbage collection, in megabytes. */
export interface LiveHeap {
  /** 0 for an idle database. */
  readonly connections: number;
  readonly liveMb: number;
}

/** What was measured on one graph. */
export interface MeasuredGraph {
  readonly nodes: number;
  readonly relations: number;
  readonly store: StoreBytes;
  /** Absent until measured, as heap and page reads. */
  readonly operations?: readonly MeasuredOperation[];
  readonly heap?: readonly LiveHeap[];
  readonly pageReads?: readonly PageReads[];
}

/** A load on one or several servers. All processes run on one machine. */
export interface ServerRun {
  readonly graph: SizeName;
  readonly servers: number;
  readonly workers: number;
  /** Absent if all processes share all cores; true if the server has one core alone and the others share the rest. */
  readonly hasOwnCore?: true;
  /** The share of the requests that were served from the response cache; 0 with the cache off. */
  readonly hitShare: number;
  readonly connections: number;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU time per request of all servers, of Neo4j, of the balancer and of the load generator, in milliseconds. */
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
  readonly balancerCpuMs: number;
  readonly clientCpuMs: number;
  /** The peak resident memory of all processes of the largest server. */
  readonly memoryMb: number;
  readonly failures: number;
}

/** The file of all measurements that docs/scaling.md and the simulation are based on. */
export interface Measured {
  readonly machine: { readonly processors: number; readonly memoryGb: number; readonly node: string };
  readonly graphs: Readonly<Partial<Record<SizeName, Partial<MeasuredGraph>>>>;
  readonly servers: readonly ServerRun[];
}

const file = fileURLToPath(new URL('../../docs/scaling/measured.json', import.meta.url));

/** Adds measurements of a graph to the file; those of other parts stay. */
export function recordGraph(name: SizeName, part: Partial<MeasuredGraph>): void {
  const { graphs, servers } = readFile();
  write({ graphs: { ...graphs, [name]: { ...graphs[name], ...part } }, servers });
}

/** Adds a run to the file; replaces an earlier run of the same servers. */
export function recordServers(run: ServerRun): void {
  const { graphs, servers } = readFile();
  const keyOf = (one: ServerRun): string =>
    [
      one.graph,
      one.servers,
      one.workers,
      one.hasOwnCore,
      one.hitShare > 0,
      one.hitShare > 0.95,
      one.connections,
    ].join();
  write({ graphs, servers: [...servers.filter((one) => keyOf(one) !== keyOf(run)), run] });
}

function readFile(): Omit<Measured, 'machine'> {
  if (!existsSync(file)) return { graphs: {}, servers: [] };
  return JSON.parse(readFileSync(file, 'utf8')) as Measured; // written by this file
}

function write(content: Omit<Measured, 'machine'>): void {
  const machine = { processors: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version };
  const text = JSON.stringify({ machine, ...content }, roundNumber, 2);
  writeFileSync(file, `${text}\n`);
}

// Four significant digits are more than two runs have in common.
function roundNumber(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}
