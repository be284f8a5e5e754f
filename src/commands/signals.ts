/** A second signal within this time is a duplicate: npm forwards a signal that the terminal also sends to us. */
const duplicateMs = 1_000;

/**
 * Returns a signal that the first Ctrl-C, SIGTERM or SIGHUP aborts; a later one ends the process immediately. SIGHUP is
 * ignored if no stream is connected to a terminal, as under nohup.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let abortedAt = 0;
  const stop = (): void => {
    if (!controller.signal.aborted) abortedAt = Date.now();
    else if (Date.now() - abortedAt > duplicateMs) process.exit(1);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const hasTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  process.on('SIGHUP', hasTerminal ? stop : () => undefined);
  return controller.signal;
}

/** Keeps the process running when the reader of its output has closed the pipe. */
export function ignoreClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Waits until a reader of the output has taken all of it, because the exit of the process would cut it off. */
export async function flushOutput(): Promise<void> {
  const streams = [process.stdout, process.stderr];
  await Promise.all(streams.map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve()))));
}

/** Waits for a task; rejects as soon as the signal is aborted, while the task goes on. */
export function unlessAborted<T>(task: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    task.then(resolve, reject);
  });
}
