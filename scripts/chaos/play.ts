import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../src/neo4j/database.js';
import { codesOf, dataOf } from './answer.js';
import { faultsOn, type Fault } from './faults.js';
import { freshBody, startLoad, type LoadOptions, type Question } from './load.js';
import type { Stage } from './stage.js';
import { newTally, violationsOf, type Tallies, type Tally } from './tally.js';

/** What an operation may take in Neo4j during a run. */
export const budgetMs = 2_000;

/** How long a run is, and how hard. */
export interface RunOptions {
  /** Rounds are begun until so many seconds are over; there is at least one. From two minutes on, all faults are played. */
  readonly seconds: number;
  readonly requestsPerSecond: number;
  /** What a computer with few cores, which also starts Neo4j again and again, may add to any time. */
  readonly slackMs: number;
}

/** What came of a run. */
export interface Played {
  readonly tallies: Tallies;
  /** Of the server, after the first fault and after each round. */
  readonly memoryMb: readonly number[];
  /** Every promise that was broken, in words. */
  readonly violations: readonly string[];
}

/** How much memory may grow. */
const growthMb = 100;
/** How long after Neo4j itself answers again the server must. */
const recoveryMs = 2_000;
/** How long a fault goes on in a long run, and in a short one. */
const faultMs = { long: 6_000, short: 3_000 };
const queries = [
  '{ domains { nodes { slug } } }',
  '{ tiers { nodes { slug segments { totalCount } } } }',
  '{ company(slug: "openai") { name tools { nodes { slug } } } }',
] as const;
/** As much work for Neo4j to plan as those. */
const direct = {
  name: 'chaos/direct',
  text: `MATCH (c:Company { slug: 'openai' })
    RETURN c { .name, tools: COLLECT { MATCH (c)-[:DEVELOPS]->(t:Tool) RETURN t { .slug } ORDER BY t.slug LIMIT 20 } } AS data`,
  parameters: {},
};

/** Plays every fault under load, round after round, and judges all that comes back. */
export async function play(stage: Stage, options: RunOptions): Promise<Played> {
  const tallies: Tallies = new Map();
  const memoryMb: number[] = [];
  const questions = await Promise.all(queries.map((query) => rightAnswer(stage, query)));
  const end = Date.now() + options.seconds * 1_000;
  const isLong = options.seconds >= 120;
  const faults = faultsOn(stage).filter(({ isOnlyLong = false }) => isLong || !isOnlyLong);
  for (const { name, missing } of faults)
    if (missing !== undefined) console.log(`Left out: ${name}, because ${missing}`);
  do {
    for (const fault of faults.filter(({ missing }) => missing === undefined)) {
      const tally = tallies.get(fault.name) ?? newTally();
      tallies.set(fault.name, tally);
      await playOne({ stage, fault, questions, tally, options, lastsMs: isLong ? faultMs.long : faultMs.short });
      if (memoryMb.length === 0) memoryMb.push(tally.memoryMb);
    }
    memoryMb.push(await memoryNow(stage));
  } while (Date.now() < end);
  const bounds = { recoveryMs: recoveryMs + options.slackMs, growthMb };
  return { tallies, memoryMb, violations: violationsOf(tallies, memoryMb, bounds) };
}

interface Playing {
  readonly stage: Stage;
  readonly fault: Fault;
  readonly questions: readonly Question[];
  readonly tally: Tally;
  readonly options: RunOptions;
  readonly lastsMs: number;
}

async function playOne({ stage, fault, questions, tally, options, lastsMs }: Playing): Promise<void> {
  const { requestsPerSecond, slackMs } = options;
  const load: LoadOptions = { url: stage.url, connections: 20, requestsPerSecond, mostMs: budgetMs + slackMs };
  console.log(`${new Date().toISOString()} ${fault.name}`);
  const stop = startLoad(load, questions, tally);
  await fault.play(lastsMs);
  const from = performance.now();
  const elapsed = (): number => Math.round(performance.now() - from);
  const [recoveredMs, neo4jMs] = await Promise.all([
    untilAnswered(stage, questions).then(elapsed),
    askDirectly(stage).then(elapsed),
  ]);
  tally.recoveryMs = Math.max(tally.recoveryMs, recoveredMs);
  tally.neo4jMs = Math.max(tally.neo4jMs, neo4jMs);
  tally.lagMs = Math.max(tally.lagMs, recoveredMs - neo4jMs);
  await delay(1_000);
  await stop();
  if (fault.isHarmless) tally.needless = tally.refused;
  tally.memoryMb = await memoryNow(stage);
}

async function untilAnswered(stage: Stage, questions: readonly Question[]): Promise<void> {
  for (const { query, data } of questions) while (dataOf(await ask(stage, query)) !== data) await delay(20);
}

async function askDirectly({ neo4j }: Stage): Promise<void> {
  const database = await openDatabase(neo4j.target);
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
