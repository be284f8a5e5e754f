import { setTimeout as delay } from 'node:timers/promises';
import { codesOf, dataOf } from './chaos/answer.js';
import { faultsOn, type Fault } from './chaos/faults.js';
import { freshBody, startLoad, type LoadOptions, type Question } from './chaos/load.js';
import { Stage } from './chaos/stage.js';
import { newTally, violationsOf, type Tallies } from './chaos/tally.js';

/** What an operation may take in Neo4j during the run. */
const budgetMs = 2_000;
/** What a computer with few cores, which also starts Neo4j again and again, may add to any time. */
const slackMs = 2_000;
const bounds = { recoveryMs: 2_000 + slackMs, growthMb: 100 };
/** How long a fault goes on in a long run, and in a short one. */
const faultMs = { long: 6_000, short: 3_000 };
const first = '{ domains { nodes { slug } } }';
const others = [
  '{ tiers { nodes { slug segments { totalCount } } } }',
  '{ company(slug: "openai") { name tools { nodes { slug } } } }',
];

const seconds = Number(process.argv[2] ?? 300);
const stage = await Stage.build(budgetMs);
const tallies: Tallies = new Map();
const memoryMb: number[] = [];
let violations: string[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stage.clear().finally(() => process.exit(1)));
}
try {
  await play([await rightAnswer(first), ...(await Promise.all(others.map(rightAnswer)))]);
  violations = violationsOf(tallies, memoryMb, bounds);
} finally {
  const code = await stage.clear();
  if (code !== 0) violations.push(`the server ended with ${code}`);
}
console.table(Object.fromEntries([...tallies].map(([name, { examples: _examples, ...counts }]) => [name, counts])));
console.log(`Memory of the server after each round, in MB: ${memoryMb.join(', ')}`);
for (const violation of violations) console.log(`Broken: ${violation}`);
console.log(violations.length === 0 ? 'No promise was broken.' : `${violations.length} promises were broken.`);
process.exitCode = violations.length === 0 ? 0 : 1;

/** Plays every fault, round after round, until the time is over; at least one round. */
async function play(questions: readonly [Question, ...Question[]]): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  const isLong = seconds >= 120;
  const lastsMs = isLong ? faultMs.long : faultMs.short;
  const faults = faultsOn(stage).filter(({ isOnlyLong = false }) => isLong || !isOnlyLong);
  for (const { name, missing } of faults)
    if (missing !== undefined) console.log(`Left out: ${name}, because ${missing}`);
  do {
    for (const fault of faults) if (fault.missing === undefined) await playOne(fault, questions, lastsMs);
    memoryMb.push(await memoryNow());
  } while (Date.now() < end);
}

async function playOne(fault: Fault, questions: readonly [Question, ...Question[]], lastsMs: number): Promise<void> {
  const tally = tallies.get(fault.name) ?? newTally();
  tallies.set(fault.name, tally);
  const load: LoadOptions = { url: stage.url, connections: 20, requestsPerSecond: 200, mostMs: budgetMs + slackMs };
  console.log(`${new Date().toISOString()} ${fault.name}`);
  const stop = startLoad(load, questions, tally);
  await fault.play(lastsMs);
  const from = performance.now();
  while (!(await isAnswered(questions[0]))) await delay(20);
  tally.recoveryMs = Math.max(tally.recoveryMs, Math.round(performance.now() - from));
  await delay(1_000);
  await stop();
  if (fault.isHarmless) tally.needless = tally.refused;
  tally.memoryMb = await memoryNow();
}

async function isAnswered(question: Question): Promise<boolean> {
  return dataOf(await ask(question.query)) === question.data;
}

async function rightAnswer(query: string): Promise<Question> {
  for (;;) {
    const answer = await ask(query);
    if (codesOf(answer).length === 0) return { query, data: dataOf(answer) };
    await delay(100);
  }
}

async function ask(query: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${stage.url}/graphql`, { method: 'POST', headers, body: freshBody(query) })).text();
}

async function memoryNow(): Promise<number> {
  const text = await (await fetch(`${stage.url}/metrics`)).text();
  return Math.round(Number(/^atlas_process_resident_memory_bytes (\d+)/m.exec(text)?.[1] ?? 0) / 1e6);
}
