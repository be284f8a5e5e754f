/** How far a longer piece of work has come: `done` of `total` in the phase of this name. */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/** Hears of every step of a longer piece of work. */
export type OnProgress = (progress: Progress) => void;

/** The part of an output stream that showing progress needs. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const barWidth = 30;

/** Shows each phase as a bar that fills on a terminal, and as one plain line at its end elsewhere. */
export function showProgress(output: ProgressOutput): OnProgress {
  return ({ phase, done, total }) => {
    if (output.isTTY) output.write(`\r${bar(done, total)} ${phase} ${done}/${total}${done >= total ? '\n' : ''}`);
    else if (done >= total) output.write(`${phase}: ${done}\n`);
  };
}

/** A bar of fixed width, filled by the share that is done and never over its end. */
export function bar(done: number, total: number): string {
  const filled = total === 0 ? barWidth : Math.round((Math.min(done, total) / total) * barWidth);
  return `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}]`;
}
