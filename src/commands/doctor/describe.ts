import type { Check } from './check.js';

/** Enough for all settings; a longer list of problems is cut. The JSON report has all of it. */
const maxLines = 60;

/** Formats a check as one line, followed by indented lines if its message has several. */
export function describeCheck({ name, state, found, advice }: Check): string {
  const text = advice === undefined ? found : `${found.replace(/\.$/, '')}. ${advice}`;
  const lines = text.split('\n');
  const hiddenCount = lines.length - maxLines;
  const shownLines = hiddenCount > 1 ? [...lines.slice(0, maxLines), `  … ${hiddenCount} more lines`] : lines;
  return `${state.padEnd(7)}  ${name}: ${shownLines.join('\n         ')}`;
}

/** Formats whether `start` would work. */
export function summarizeChecks(checks: readonly Check[], exitCode: number): string {
  const problems = describeCount(checks, 'problem');
  const warnings = describeCount(checks, 'warning');
  return exitCode === 0
    ? `start would work: no problem, ${warnings}.`
    : `start would fail with exit code ${exitCode}: ${problems}, ${warnings}.`;
}

function describeCount(checks: readonly Check[], state: Check['state']): string {
  const count = checks.filter((check) => check.state === state).length;
  return count === 1 ? `1 ${state}` : `${count === 0 ? 'no' : count} ${state}${count === 0 ? '' : 's'}`;
}
