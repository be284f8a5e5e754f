/** The progress of a long task: `done` of `total` items in the named phase. */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/** Called after each step of a long task. */
export type OnProgress = (progress: Progress) => void;

/** The parts of an output stream that showProgress() uses. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const barWidth = 30;

/** Shows each phase as a progress bar on a terminal, and as one line when it ends on other outputs. */
export function showProgress(output: ProgressOutput): OnProgress {
  return ({ phase, done, total }) => {
    if (output.isTTY) output.write(`\r${formatBar(done, total)} ${phase} ${done}/${total}${done >= total ? '\n' : ''}`);
    else if (done >= total) output.write(`${phase}: ${done}\n`);
  };
}

/** A bar of fixed width, filled in proportion to `done` of `total`; full if `total` is 0. */
export function formatBar(done: number, total: number): string {
  const filled = total === 0 ? barWidth : Math.round((Math.min(done, total) / total) * barWidth);
  return `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}]`;
}
