import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../src/neo4j/database.js';
import { codesOf, dataOf } from './answer.js';
import type { Fault } from './faults.js';
import { freshBody, startLoad, type Question } from './load.js';
import { startPulse } from './pulse.js';
import type { Stage } from './stage.js';
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
export interface Played {
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
const direct = {
  name: 'chaos/direct',
  text: `MATCH (c:Company { slug: 'openai' })
    RETURN c { .name, tools: COLLECT { MATCH (c)-[:DEVELOPS]->(t:Tool) RETURN t { .slug } ORDER BY t.slug LIMIT 20 } } AS data`,
  parameters: {},
};

/** Injects every fault under load, in repeated rounds, and counts the responses. */
export async function play(stage: Stage, { faults, seconds, ...options }: RunOptions): Promise<Played> {
  const tallies: Tallies = new Map();
  const memoryMb: number[] = [];
  const questions = await Promise.all(queries.map((query) => rightAnswer(stage, query)));
  const end = Date.now() + seconds * 1_000;
  for (const { name, missing } of faults)
    if (missing !== undefined) console.log(`Skipped: ${name}, because ${missing}`);
  do {
    for (const fault of faults.filter(({ missing }) => missing === undefined)) {
      const tally = tallies.get(fault.name) ?? newTally();
      tallies.set(fault.name, tally);
      await playOne({ stage, fault, questions, tally, ...options });
      if (memoryMb.length === 0) memoryMb.push(tally.memoryMb);
    }
    memoryMb.push(await memoryNow(stage));
  } while (Date.now() < end);
  return { tallies, memoryMb };
}

interface PlayedOne extends Pick<RunOptions, 'faultMs' | 'requestsPerSecond'> {
  readonly stage: Stage;
  readonly fault: Fault;
  readonly questions: readonly Question[];
  readonly tally: Tally;
}

async function playOne({ stage, fault, questions, tally, faultMs, requestsPerSecond }: PlayedOne): Promise<void> {
  console.log(`${new Date().toISOString()} ${fault.name}`);
  const load = startLoad({ url: stage.url, connections, requestsPerSecond }, questions, tally);
  const pulse = startPulse(stage.url, tally);
  const { refused } = tally;
  const hasRefused = (): boolean => tally.refused > refused;
  await fault.play({ milliseconds: faultMs, answered: load.answered, hasRefused });
  const from = performance.now();
  const elapsed = (): number => Math.round(performance.now() - from);
  const [recoveredMs, neo4jMs] = await Promise.all([
    untilRight(stage, questions).then(elapsed),
    askDirectly(stage).then(elapsed),
  ]);
  tally.recoveryMs = Math.max(tally.recoveryMs, recoveredMs);
  tally.neo4jMs = Math.max(tally.neo4jMs, neo4jMs);
  tally.lagMs = Math.max(tally.lagMs, recoveredMs - neo4jMs);
  await load.answered();
  await Promise.all([load.stop(), pulse.stop()]);
  if (fault.isHarmless) tally.needless = tally.refused;
  tally.memoryMb = await memoryNow(stage);
}

async function untilRight(stage: Stage, questions: readonly Question[]): Promise<void> {
  for (const { query, data } of questions) while (dataOf(await ask(stage, query)) !== data) await delay(20);
}

async function askDirectly({ neo4j }: Stage): Promise<void> {
  const database = await openDatabase(neo4j);
  try {
    await database.read(direct);
  } finally {
    await database.close();
  }
}

async function rightAnswer(stage: Stage, query: string): Promise<Question> {
  for (;;) {
    const answer = await ask(stage, query);
    if (codesOf(answer).length === 0) return { query, data: dataOf(answer) };
    await delay(100);
  }
}

async function ask({ url }: Stage, query: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: freshBody(query) })).text();
}

async function memoryNow({ url }: Stage): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Math.round(Number(/^atlas_process_resident_memory_bytes (\d+)/m.exec(text)?.[1] ?? 0) / 1e6);
}
