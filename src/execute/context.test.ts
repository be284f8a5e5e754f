import { describe, expect, it } from 'vitest';
import { InconsistentReadError } from '../compile/reading.js';
import { AtlasError } from '../errors.js';
import { retryInconsistentReads } from './context.js';

const notFound = Object.assign(new Error('Unable to load NODE'), { code: 'Neo.ClientError.Statement.EntityNotFound' });
const removed = new AtlasError('INTERNAL_SERVER_ERROR', 'The statement failed.', { cause: notFound });
const other = new AtlasError('DATABASE_TIMEOUT', 'The statement took too long.');

function failing(...errors: Error[]): { read: () => Promise<string>; asked: () => number } {
  let asked = 0;
  const read = async (): Promise<string> => {
    asked += 1;
    const error = errors.shift();
    if (error) throw error;
    return 'data';
  };
  return { read, asked: () => asked };
}

describe('retryInconsistentReads', () => {
  it.each([new InconsistentReadError('A value is missing.'), removed])('repeats a read after %s', async (error) => {
    const { read, asked } = failing(error, error);
    expect(await retryInconsistentReads(read)).toBe('data');
    expect(asked()).toBe(3);
  });

  it('fails after three inconsistent reads', async () => {
    const { read, asked } = failing(removed, removed, removed, removed);
    await expect(retryInconsistentReads(read)).rejects.toBe(removed);
    expect(asked()).toBe(3);
  });

  it('does not repeat a read that fails for another reason', async () => {
    const { read, asked } = failing(other);
    await expect(retryInconsistentReads(read)).rejects.toBe(other);
    expect(asked()).toBe(1);
  });
});
