import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../src/neo4j/database.js';
import { codesOf, dataOf } from './response.js';
import type { Fault } from './faults.js';
import { freshBody, startLoad, type LoadOperation } from './load.js';
import { startLivenessProbe } from './liveness-probe.js';
import type { TestBed } from './test-bed.js';
import { newTally, type Tallies, type Tally } from './tally.js';

/** The faults, the duration and the load of a run. */
export interface RunOptions {
  readonly faults: readonly Fault[];
  /** The approximate duration of each fault. */
  readonly faultMs: number;
  /** New rounds start until this time is over; there is at least one. */
  readonly seconds: number;
  readonly requestsPerSecond: number;
}

/** The results of a run. */
export interface RunResult {
  readonly tallies: Tallies;
  /** The memory of the server, after the first fault and after each round. */
  readonly memoryMb: readonly number[];
}

const connections = 20;
const queries = [
  '{ domains { nodes { slug } } }',
  '{ tiers { nodes { slug segments { totalCount } } } }',
  '{ company(slug: "openai") { name tools { nodes { slug } } } }',
] as const;
/** A query that takes Neo4j about as long to plan as these operations. */
const directQuery = {
  name: 'chaos/direct',
  text: `MATCH (c:Company { slug: 'openai' })
    RETURN c { .name, tools: COLLECT { MATCH (c)-[:DEVELOPS]->(t:Tool) RETURN t { .slug } ORDER BY t.slug LIMIT 20 } } AS data`,
  parameters: {},
};

/** Injects every fault under load, in repeated rounds, and counts the responses. */
export async function runFaults(testBed: TestBed, { faults, seconds, ...options }: RunOptions): Promise<RunResult> {
  const tallies: Tallies = new Map();
  const memoryMb: number[] = [];
  const operations = await Promise.all(queries.map((query) => readExpectedData(testBed, query)));
  const end = Date.now() + seconds * 1_000;
  for (const { name, unavailableReason } of faults)
    if (unavailableReason !== undefined) console.log(`Skipped: ${name}, because ${unavailableReason}`);
  do {
    for (const fault of faults.filter(({ unavailableReason }) => unavailableReason === undefined)) {
      const tally = tallies.get(fault.name) ?? newTally();
      tallies.set(fault.name, tally);
      await runFault({ testBed, fault, operations, tally, ...options });
      if (memoryMb.length === 0) memoryMb.push(tally.memoryMb);
    }
    memoryMb.push(await readMemory(testBed));
  } while (Date.now() < end);
  return { tallies, memoryMb };
}

interface FaultRun extends Pick<RunOptions, 'faultMs' | 'requestsPerSecond'> {
  readonly testBed: TestBed;
  readonly fault: Fault;
  readonly operations: readonly LoadOperation[];
  readonly tally: Tally;
}

async function runFault({ testBed, fault, operations, tally, faultMs, requestsPerSecond }: FaultRun): Promise<void> {
  console.log(`${new Date().toISOString()} ${fault.name}`);
  const load = startLoad({ url: testBed.url, connections, requestsPerSecond }, operations, tally);
  const probe = startLivenessProbe(testBed.url, tally);
  const { refused } = tally;
  const hasRefused = (): boolean => tally.refused > refused;
  await fault.inject({ milliseconds: faultMs, waitForResponses: load.waitForResponses, hasRefused });
  const from = performance.now();
  const elapsed = (): number => Math.round(performance.now() - from);
  const [recoveredMs, neo4jMs] = await Promise.all([
    waitUntilCorrect(testBed, operations).then(elapsed),
    queryDirectly(testBed).then(elapsed),
  ]);
  tally.recoveryMs = Math.max(tally.recoveryMs, recoveredMs);
  tally.neo4jMs = Math.max(tally.neo4jMs, neo4jMs);
  tally.lagMs = Math.max(tally.lagMs, recoveredMs - neo4jMs);
  await load.waitForResponses();
  await Promise.all([load.stop(), probe.stop()]);
  if (fault.isHarmless) tally.unnecessary = tally.refused;
  tally.memoryMb = await readMemory(testBed);
}

async function waitUntilCorrect(testBed: TestBed, operations: readonly LoadOperation[]): Promise<void> {
  for (const { query, data } of operations) while (dataOf(await send(testBed, query)) !== data) await delay(20);
}

async function queryDirectly({ neo4j }: TestBed): Promise<void> {
  const database = await openDatabase(neo4j);
  try {
    await database.read(directQuery);
  } finally {
    await database.close();
  }
}

async function readExpectedData(testBed: TestBed, query: string): Promise<LoadOperation> {
  for (;;) {
    const response = await send(testBed, query);
    if (codesOf(response).length === 0) return { query, data: dataOf(response) };
    await delay(100);
  }
}

async function send({ url }: TestBed, query: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: freshBody(query) })).text();
}

async function readMemory({ url }: TestBed): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Math.round(Number(/^atlas_process_resident_memory_bytes (\d+)/m.exec(text)?.[1] ?? 0) / 1e6);
}
