/** The responses to the load during one fault. */
export interface Tally {
  /** Correct responses. */
  correct: number;
  /** Correct responses that are marked as stale. */
  stale: number;
  /** Refusals with a documented code, status 503 and Retry-After. */
  refused: number;
  /** All other responses: there must be none. */
  wrong: number;
  /** The text of wrong responses. */
  readonly examples: string[];
  /** Requests without a response. */
  hung: number;
  /** Refusals during a harmless fault. */
  unnecessary: number;
  slowestMs: number;
  /** The slowest response of /livez, which shows how long anything waits for the processor. */
  livezMs: number;
  /** The time from the return of Bolt until every operation had a correct response that is not cached. */
  recoveryMs: number;
  /** The time from the return of Bolt until Neo4j had planned and run a query that was sent to it directly. */
  neo4jMs: number;
  /** The delay of the server's recovery after that of Neo4j. */
  lagMs: number;
  /** The memory of the server at the end of the fault. */
  memoryMb: number;
}

/** The tallies by the name of the fault. */
export type Tallies = Map<string, Tally>;

/** Creates a tally with all counts at zero. */
export function newTally(): Tally {
  return {
    correct: 0,
    stale: 0,
    refused: 0,
    wrong: 0,
    examples: [],
    hung: 0,
    unnecessary: 0,
    slowestMs: 0,
    livezMs: 0,
    recoveryMs: 0,
    neo4jMs: 0,
    lagMs: 0,
    memoryMb: 0,
  };
}

/** The maximum growth of memory after the first fault. */
const maxGrowthMb = 100;
/** The maximum delay of the server's recovery after that of Neo4j, on an idle processor. */
const maxRecoveryMs = 2_000;
/** The tolerance factor for requests that share the processor with others. */
const toleranceFactor = 4;

/** Describes all violated guarantees of the run. */
export function violationsOf(tallies: Tallies, memoryMb: readonly number[]): string[] {
  const violations = [...tallies].flatMap(([name, tally]) => [
    ...(tally.correct === 0 ? [`${name}: no correct response`] : []),
    ...(tally.wrong > 0 ? [`${name}: ${tally.wrong} wrong responses, such as ${tally.examples[0] ?? 'none'}`] : []),
    ...(tally.hung > 0 ? [`${name}: ${tally.hung} requests without a response`] : []),
    ...(tally.unnecessary > 0 ? [`${name}: ${tally.unnecessary} unnecessary refusals`] : []),
  ]);
  const [first = 0] = memoryMb;
  const last = memoryMb.at(-1) ?? 0;
  return last - first > maxGrowthMb ? [...violations, `memory grew from ${first} to ${last} MB`] : violations;
}

/** Describes all responses that took too long, relative to other requests at the same time on the same machine. */
export function delaysOf(tallies: Tallies, budgetMs: number): string[] {
  return [...tallies].flatMap(([name, { slowestMs, livezMs, recoveryMs: ownMs, neo4jMs }]) => [
    ...(slowestMs > toleranceFactor * (budgetMs + livezMs) ? [`${name}: a response took ${slowestMs} ms`] : []),
    ...(ownMs > maxRecoveryMs + toleranceFactor * (neo4jMs + livezMs)
      ? [`${name}: recovered after ${ownMs} ms, Neo4j itself after ${neo4jMs} ms`]
      : []),
  ]);
}

/** The tallies as rows for `console.table`, without the examples. */
export function tableOf(tallies: Tallies): Record<string, Omit<Tally, 'examples'>> {
  return Object.fromEntries([...tallies].map(([name, { examples: _examples, ...counts }]) => [name, counts]));
}
