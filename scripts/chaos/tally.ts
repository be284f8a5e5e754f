/** What came back of the load while one fault went on. */
export interface Tally {
  /** Answers that are right. */
  right: number;
  /** Answers that are right and marked as kept. */
  kept: number;
  /** Refusals of the closed list, with 503 and when to come again. */
  refused: number;
  /** Answers that are neither: none may be. */
  wrong: number;
  /** The wrong ones. */
  readonly examples: string[];
  /** Requests that were never answered. */
  hung: number;
  /** Refusals where nothing had gone wrong that anybody may notice. */
  needless: number;
  slowestMs: number;
  /** What the slowest answer to "do you live" took meanwhile: as long anything may wait for the processor. */
  pulseMs: number;
  /** From the return of Bolt until every question was answered rightly, and not by a kept answer. */
  recoveryMs: number;
  /** From the return of Bolt until Neo4j had planned and answered a question of somebody who asks it directly. */
  neo4jMs: number;
  /** By how much the server answered later than Neo4j itself. */
  lagMs: number;
  /** Of the server, at the end of the fault. */
  memoryMb: number;
}

/** What was counted, by fault. */
export type Tallies = Map<string, Tally>;

/** A tally of nothing yet. */
export function newTally(): Tally {
  return {
    right: 0,
    kept: 0,
    refused: 0,
    wrong: 0,
    examples: [],
    hung: 0,
    needless: 0,
    slowestMs: 0,
    pulseMs: 0,
    recoveryMs: 0,
    neo4jMs: 0,
    lagMs: 0,
    memoryMb: 0,
  };
}

/** How much memory may grow after the first fault. */
const growthMb = 100;
/** How long after Neo4j itself answers again the server must, where the processor is idle. */
const recoveryMs = 2_000;
/** How many times as long as another request, or another client of Neo4j, one may take that shares the processor. */
const room = 4;

/** Everything in which the run broke a promise, in words. */
export function violationsOf(tallies: Tallies, memoryMb: readonly number[]): string[] {
  const violations = [...tallies].flatMap(([name, tally]) => [
    ...(tally.right === 0 ? [`${name}: nothing was answered rightly`] : []),
    ...(tally.wrong > 0 ? [`${name}: ${tally.wrong} wrong answers, such as ${tally.examples[0] ?? 'none'}`] : []),
    ...(tally.hung > 0 ? [`${name}: ${tally.hung} requests without an answer`] : []),
    ...(tally.needless > 0 ? [`${name}: ${tally.needless} needless refusals`] : []),
  ]);
  const [first = 0] = memoryMb;
  const last = memoryMb.at(-1) ?? 0;
  return last - first > growthMb ? [...violations, `memory grew from ${first} to ${last} MB`] : violations;
}

/** Everything that came too late, in words: measured by what others took at the same time on the same machine. */
export function delaysOf(tallies: Tallies, budgetMs: number): string[] {
  return [...tallies].flatMap(([name, { slowestMs, pulseMs, recoveryMs: ownMs, neo4jMs }]) => [
    ...(slowestMs > room * (budgetMs + pulseMs) ? [`${name}: an answer took ${slowestMs} ms`] : []),
    ...(ownMs > recoveryMs + room * (neo4jMs + pulseMs)
      ? [`${name}: answered after ${ownMs} ms, Neo4j itself after ${neo4jMs} ms`]
      : []),
  ]);
}

/** The tallies as a table to print. */
export function tableOf(tallies: Tallies): Record<string, Omit<Tally, 'examples'>> {
  return Object.fromEntries([...tallies].map(([name, { examples: _examples, ...counts }]) => [name, counts]));
}
