import { allFaults } from './chaos/faults.js';
import { OwnNeo4j } from './chaos/own-neo4j.js';
import { play } from './chaos/play.js';
import { Stage } from './chaos/stage.js';
import { delaysOf, tableOf, violationsOf } from './chaos/tally.js';

/** Injects faults under load for the given number of seconds, 300 by default, and prints the violated guarantees. */
const seconds = Number(process.argv[2] ?? 300);
const budgetMs = 2_000;
const own = await OwnNeo4j.start();
const stage = await Stage.build(own.target, budgetMs);
const clear = (): Promise<number | string> => stage.clear().finally(() => own.clear());
let violations: readonly string[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void clear().finally(() => process.exit(1)));
}
try {
  const faults = allFaults(stage, own);
  const { tallies, memoryMb } = await play(stage, { faults, faultMs: 6_000, seconds, requestsPerSecond: 200 });
  violations = [...violationsOf(tallies, memoryMb), ...delaysOf(tallies, budgetMs)];
  console.table(tableOf(tallies));
  console.log(`Memory of the server after the first fault and each round, in MB: ${memoryMb.join(', ')}`);
} finally {
  const code = await clear();
  if (code !== 0) violations = [...violations, `the server exited with ${code}`];
}
for (const violation of violations) console.log(`Violation: ${violation}`);
console.log(violations.length === 0 ? 'No violations.' : `${violations.length} violations.`);
process.exitCode = violations.length === 0 ? 0 : 1;
