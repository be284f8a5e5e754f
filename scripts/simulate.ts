import { parsePlanInput, usage } from './simulate/arguments.js';
import { planFor } from './simulate/plan.js';
import { printPlan } from './simulate/print-plan.js';
import { readMeasured } from './simulate/recorded.js';

try {
  const input = parsePlanInput(process.argv.slice(2));
  if (input === undefined) process.stdout.write(`${usage}\n`);
  else process.stdout.write(printPlan(input, planFor(readMeasured(), input)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
