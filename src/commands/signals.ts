/** How soon after the first signal another one is only its echo: npm passes on what the terminal sends to all. */
const echoMs = 1_000;

/**
 * A signal that is aborted by the first Ctrl-C, SIGTERM or closed terminal; a later one ends the process at once. Where
 * nothing is connected to a terminal, as under nohup, its closing is nothing to us.
 */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  let askedAt = 0;
  const stop = (): void => {
    if (!stopping.signal.aborted) askedAt = Date.now();
    else if (Date.now() - askedAt > echoMs) process.exit(1);
    stopping.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const hasTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  process.on('SIGHUP', hasTerminal ? stop : () => undefined);
  return stopping.signal;
}

/** Goes on where nobody reads any more what is printed. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
