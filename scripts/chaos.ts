import { budgetMs, play } from './chaos/play.js';
import { Stage } from './chaos/stage.js';
import { tableOf } from './chaos/tally.js';

/** Plays faults under load for so many seconds, five minutes where none are given, and tells what was broken. */
const seconds = Number(process.argv[2] ?? 300);
const stage = await Stage.build(budgetMs);
let violations: readonly string[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stage.clear().finally(() => process.exit(1)));
}
try {
  const played = await play(stage, { seconds, requestsPerSecond: 200, slackMs: 2_000 });
  ({ violations } = played);
  console.table(tableOf(played.tallies));
  console.log(`Memory of the server after the first fault and each round, in MB: ${played.memoryMb.join(', ')}`);
} finally {
  const code = await stage.clear();
  if (code !== 0) violations = [...violations, `the server ended with ${code}`];
}
for (const violation of violations) console.log(`Broken: ${violation}`);
console.log(violations.length === 0 ? 'No promise was broken.' : `${violations.length} promises were broken.`);
process.exitCode = violations.length === 0 ? 0 : 1;
