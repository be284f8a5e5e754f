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
    return 'whole';
  };
  return { read, asked: () => asked };
}

describe('What was torn by a removal', () => {
  it.each([new InconsistentReadError('torn'), removed])('is read again, and then whole: %s', async (error) => {
    const { read, asked } = failing(error, error);
    expect(await retryInconsistentReads(read)).toBe('whole');
    expect(asked()).toBe(3);
  });

  it('fails where it is torn each time', async () => {
    const { read, asked } = failing(removed, removed, removed, removed);
    await expect(retryInconsistentReads(read)).rejects.toBe(removed);
    expect(asked()).toBe(3);
  });

  it('alone is read again', async () => {
    const { read, asked } = failing(other);
    await expect(retryInconsistentReads(read)).rejects.toBe(other);
    expect(asked()).toBe(1);
  });
});
