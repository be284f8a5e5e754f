import { describe, expect, it } from 'vitest';
import { InconsistentReadError } from '../compile/decoding.js';
import { AtlasError } from '../errors.js';
import { retryInconsistentReads } from './context.js';

const notFoundError = Object.assign(new Error('Unable to load NODE'), {
  code: 'Neo.ClientError.Statement.EntityNotFound',
});
const removedError = new AtlasError('INTERNAL_SERVER_ERROR', 'The statement failed.', { cause: notFoundError });
const timeoutError = new AtlasError('DATABASE_TIMEOUT', 'The statement took too long.');

function failingRead(...errors: Error[]): { read: () => Promise<string>; callCount: () => number } {
  let callCount = 0;
  const read = async (): Promise<string> => {
    callCount += 1;
    const error = errors.shift();
    if (error) throw error;
    return 'data';
  };
  return { read, callCount: () => callCount };
}

describe('retryInconsistentReads', () => {
  it.each([new InconsistentReadError('A value is missing.'), removedError])(
    'repeats a read after %s',
    async (error) => {
      const { read, callCount } = failingRead(error, error);
      expect(await retryInconsistentReads(read)).toBe('data');
      expect(callCount()).toBe(3);
    },
  );

  it('fails after three inconsistent reads', async () => {
    const { read, callCount } = failingRead(removedError, removedError, removedError, removedError);
    await expect(retryInconsistentReads(read)).rejects.toBe(removedError);
    expect(callCount()).toBe(3);
  });

  it('does not repeat a read that fails for another reason', async () => {
    const { read, callCount } = failingRead(timeoutError);
    await expect(retryInconsistentReads(read)).rejects.toBe(timeoutError);
    expect(callCount()).toBe(1);
  });
});
