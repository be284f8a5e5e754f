import { AtlasError } from '../errors.js';
import { Cancellation } from './cancellation.js';
import type { Row, Statement } from './database.js';
import { isOutage } from './outage.js';
import { readTimeoutMs, type ReadOptions } from './run.js';

/** How often a read is sent at most. */
const maxAttempts = 6;

/**
 * How long the first reader may take to start a statement before it is sent to another one, in milliseconds; each
 * further reader has twice as long. The start includes planning, which takes longer right after Neo4j has started.
 */
const maxStartMs = 1_000;

/** Runs one statement, as `runRead` does. */
type RunRead = (statement: Statement, options: ReadOptions) => Promise<Row[]>;

/**
 * Runs a read in a cluster. Sends it again, within its timeout, if the reader fails, or does not start it in time
 * because it waits for data that other readers already have. The driver sends each attempt to the reader with the
 * fewest connections in use, and readers that do not respond keep theirs in use. `onRepeat` is called for each attempt
 * after the first.
 */
export async function readWithFailover(runRead: RunRead, onRepeat: () => void, statement: Statement): Promise<Row[]> {
  const { timeoutMs = readTimeoutMs, cancellation } = statement;
  const deadline = performance.now() + timeoutMs;
  for (let attempt = 1; ; attempt += 1) {
    const timeLeftMs = Math.max(1, Math.floor(deadline - performance.now()));
    const startMs = Math.min(Math.min(maxStartMs, timeoutMs / 4) * 2 ** (attempt - 1), timeLeftMs / 2);
    const options: AttemptOptions = {
      // Beginning a transaction includes the wait for data, but no planning, which would start anew in each attempt.
      hasBegin: attempt > 1,
      maxStartMs: attempt < maxAttempts ? startMs : Infinity,
    };
    try {
      return await runAttempt(runRead, { ...statement, timeoutMs: timeLeftMs }, options);
    } catch (error) {
      const isLast = attempt === maxAttempts || performance.now() >= deadline || cancellation?.isCancelled === true;
      if (isLast || !isOutage(error)) throw error;
      onRepeat();
    }
  }
}

interface AttemptOptions {
  readonly hasBegin: boolean;
  /** How long the reader may take to start it, in milliseconds. */
  readonly maxStartMs: number;
}

async function runAttempt(runRead: RunRead, statement: Statement, options: AttemptOptions): Promise<Row[]> {
  const cancellation = new Cancellation();
  const stopListening = statement.cancellation?.onCancel((reason) => cancellation.cancel(reason));
  let timer: NodeJS.Timeout | undefined;
  const startTimer = (sentAt: number): void => {
    statement.onSent?.(sentAt);
    if (options.maxStartMs === Infinity) return;
    timer = setTimeout(() => cancellation.cancel(lateError(options.maxStartMs)), options.maxStartMs);
  };
  try {
    return await runRead(
      { ...statement, cancellation, onSent: startTimer },
      { hasBegin: options.hasBegin, onStarted: () => clearTimeout(timer) },
    );
  } finally {
    clearTimeout(timer);
    stopListening?.();
  }
}

function lateError(ms: number): AtlasError {
  return new AtlasError('DATABASE_UNAVAILABLE', `A reader of the Neo4j cluster has not started a query for ${ms} ms.`);
}
