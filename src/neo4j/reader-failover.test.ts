import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AtlasError } from '../errors.js';
import { Cancellation } from './cancellation.js';
import type { Row, Statement } from './database.js';
import { readWithFailover } from './reader-failover.js';
import type { ReadOptions } from './run.js';

const statement: Statement = { name: 'test', text: 'RETURN 1 AS one', parameters: {}, timeoutMs: 10_000 };
const rows: Row[] = [{ one: 1 }];
const failure = new AtlasError('DATABASE_UNAVAILABLE', 'The connection was closed.');

/** The attempts of a read: the statement and the options of each. */
let attempts: { readonly statement: Statement; readonly options: ReadOptions }[] = [];
type Reader = (statement: Statement, options: ReadOptions) => Promise<Row[]>;

let repeatCount = 0;

/** Runs a read whose attempts are handled by the readers in turn; the last one handles all further attempts. */
const readFrom = (readers: readonly Reader[], parts: Partial<Statement> = {}): Promise<Row[]> =>
  readWithFailover(
    (attempt, options) => {
      attempts.push({ statement: attempt, options });
      attempt.onSent?.(performance.now());
      return (readers[attempts.length - 1] ?? readers.at(-1))?.(attempt, options) ?? Promise.resolve([]);
    },
    () => (repeatCount += 1),
    { ...statement, ...parts },
  );

const succeed: Reader = () => Promise.resolve(rows);
const fail: Reader = () => Promise.reject(failure);
/** A reader that waits for data: it does not start the statement. */
const wait: Reader = ({ cancellation }) => new Promise((_resolve, reject) => cancellation?.onCancel(reject));
/** A reader that does not start the statement for some time. */
const waitFor = (ms: number) => () => new Promise<Row[]>((resolve) => setTimeout(() => resolve(rows), ms));
/** A reader that starts the statement at once and takes 5 seconds for it. */
const work: Reader = (_statement, { onStarted }) => {
  onStarted?.();
  return new Promise((resolve) => setTimeout(() => resolve(rows), 5_000));
};

beforeEach(() => {
  attempts = [];
  repeatCount = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a read in a cluster', () => {
  it('is sent once, in one round trip, if its reader answers', async () => {
    expect(await readFrom([succeed])).toBe(rows);
    expect(attempts).toMatchObject([{ options: { hasBegin: false } }]);
    expect(repeatCount).toBe(0);
  });

  it('is sent again if its reader fails, but not if the statement fails', async () => {
    expect(await readFrom([fail, fail, succeed])).toBe(rows);
    expect(attempts.map(({ options }) => options.hasBegin)).toEqual([false, true, true]);
    expect(repeatCount).toBe(2);
    const error = new AtlasError('DATABASE_MEMORY', 'It needs more memory.');
    await expect(readFrom([fail, () => Promise.reject(error)])).rejects.toBe(error);
  });

  it('is sent at most six times', async () => {
    await expect(readFrom([fail])).rejects.toBe(failure);
    expect(attempts).toHaveLength(6);
  });

  it('is sent again, with the rest of its timeout, if its reader does not start it in a second, or the next one in two', async () => {
    const result = readFrom([wait, wait, succeed]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await result).toBe(rows);
    expect(attempts.map((attempt) => attempt.statement.timeoutMs)).toEqual([10_000, 9_000, 7_000]);
  });

  it('leaves a reader after a quarter of a short timeout, and waits longer for the next one', async () => {
    const result = readFrom([wait, waitFor(300)], { timeoutMs: 1_000 });
    await vi.advanceTimersByTimeAsync(550);
    expect(await result).toBe(rows);
    expect(attempts.map((attempt) => attempt.statement.timeoutMs)).toEqual([1_000, 750]);
  });

  it('stays with a reader that has started it', async () => {
    const result = readFrom([work]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await result).toBe(rows);
    expect(attempts).toHaveLength(1);
  });

  it('ends when it is cancelled', async () => {
    const cancellation = new Cancellation();
    const result = readFrom([wait], { cancellation });
    cancellation.cancel(failure);
    await expect(result).rejects.toBe(failure);
    expect(attempts).toHaveLength(1);
  });
});
