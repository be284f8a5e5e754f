import type { RunEnvironment } from '../measure/measure-graph.js';

/** Closes something after the work; a run that is interrupted closes it in its cleanup. */
export async function closeAfter<T>(
  { cleanups }: RunEnvironment,
  close: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  cleanups.push(close);
  try {
    return await work();
  } finally {
    cleanups.splice(cleanups.indexOf(close), 1);
    await close();
  }
}
