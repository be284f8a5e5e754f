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
  /** Answers that came later than they may. */
  late: number;
  /** Requests that were never answered. */
  hung: number;
  /** Refusals where nothing had gone wrong that anybody may notice. */
  needless: number;
  slowestMs: number;
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
    late: 0,
    hung: 0,
    needless: 0,
    slowestMs: 0,
    recoveryMs: 0,
    neo4jMs: 0,
    lagMs: 0,
    memoryMb: 0,
  };
}

/** What a run may show at most. */
export interface Bounds {
  /** How long after Neo4j itself answers again the server must: a cold one that shares its processor plans slowly. */
  readonly recoveryMs: number;
  /** How much memory may grow after the first fault. */
  readonly growthMb: number;
}

/** Everything in which the run broke a promise, in words. */
export function violationsOf(tallies: Tallies, memoryMb: readonly number[], bounds: Bounds): string[] {
  const violations = [...tallies].flatMap(([name, tally]) => [
    ...(tally.right === 0 ? [`${name}: nothing was answered rightly`] : []),
    ...(tally.wrong > 0 ? [`${name}: ${tally.wrong} wrong answers, such as ${tally.examples[0] ?? 'none'}`] : []),
    ...(tally.late > 0 ? [`${name}: ${tally.late} answers too late`] : []),
    ...(tally.hung > 0 ? [`${name}: ${tally.hung} requests without an answer`] : []),
    ...(tally.needless > 0 ? [`${name}: ${tally.needless} needless refusals`] : []),
    ...(tally.lagMs > bounds.recoveryMs ? [`${name}: answered ${tally.lagMs} ms later than Neo4j itself`] : []),
  ]);
  const [first = 0] = memoryMb;
  const last = memoryMb.at(-1) ?? 0;
  return last - first > bounds.growthMb ? [...violations, `memory grew from ${first} to ${last} MB`] : violations;
}

/** The tallies as a table to print. */
export function tableOf(tallies: Tallies): Record<string, Omit<Tally, 'examples'>> {
  return Object.fromEntries([...tallies].map(([name, { examples: _examples, ...counts }]) => [name, counts]));
}
