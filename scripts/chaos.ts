import { allFaults } from './chaos/faults.js';
import { IsolatedNeo4j } from './chaos/isolated-neo4j.js';
import { runFaults } from './chaos/run-faults.js';
import { TestBed } from './chaos/test-bed.js';
import { delaysOf, tableOf, violationsOf } from './chaos/tally.js';

/** Injects faults under load for the given number of seconds, 300 by default, and prints the violated guarantees. */
const seconds = Number(process.argv[2] ?? 300);
const budgetMs = 2_000;
const neo4j = await IsolatedNeo4j.start();
const testBed = await TestBed.start(neo4j.target, budgetMs);
const dispose = (): Promise<number | string> => testBed.dispose().finally(() => neo4j.dispose());
let violations: readonly string[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void dispose().finally(() => process.exit(1)));
}
try {
  const faults = allFaults(testBed, neo4j);
  const { tallies, memoryMb } = await runFaults(testBed, { faults, faultMs: 6_000, seconds, requestsPerSecond: 200 });
  violations = [...violationsOf(tallies, memoryMb), ...delaysOf(tallies, budgetMs)];
  console.table(tableOf(tallies));
  console.log(`Memory of the server after the first fault and each round, in MB: ${memoryMb.join(', ')}`);
} finally {
  const code = await dispose();
  if (code !== 0) violations = [...violations, `the server exited with ${code}`];
}
for (const violation of violations) console.log(`Violation: ${violation}`);
console.log(violations.length === 0 ? 'No violations.' : `${violations.length} violations.`);
process.exitCode = violations.length === 0 ? 0 : 1;
