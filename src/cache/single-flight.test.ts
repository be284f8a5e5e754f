import { describe, expect, it } from 'vitest';
import { SingleFlight } from './single-flight.js';

interface Result {
  readonly text: string;
  readonly isShareable: boolean;
}

const shareable = (text: string): Result => ({ text, isShareable: true });
const own = (): Promise<Result> => Promise.resolve(shareable('own'));
const unwanted = (): Promise<Result> => Promise.reject(new Error('This caller must share the result.'));

/** Work that ends when the test calls `end`. */
function heldWork() {
  const ends: ((result: Result | Error) => void)[] = [];
  const work = (): Promise<Result> =>
    new Promise((resolve, reject) => {
      ends.push((result) => (result instanceof Error ? reject(result) : resolve(result)));
    });
  return { work, end: (result: Result | Error) => ends.shift()?.(result), runs: () => ends.length };
}

describe('SingleFlight', () => {
  it('runs the work once for concurrent callers with one key, and separately for each key', async () => {
    const { work, end, runs } = heldWork();
    const flights = new SingleFlight<Result>();
    const all = [flights.run('a', work), flights.run('a', unwanted), flights.run('a', unwanted)];
    await expect(flights.run('b', own)).resolves.toMatchObject({ text: 'own' });
    expect(runs()).toBe(1);
    end(shareable('a'));
    expect((await Promise.all(all)).map(({ text }) => text)).toEqual(['a', 'a', 'a']);
  });

  it('runs the work again after the first run has ended', async () => {
    const flights = new SingleFlight<Result>();
    await expect(flights.run('a', async () => shareable('one'))).resolves.toMatchObject({ text: 'one' });
    await expect(flights.run('a', async () => shareable('two'))).resolves.toMatchObject({ text: 'two' });
  });

  it('makes a waiting caller run its own work if the shared work fails', async () => {
    const { work, end } = heldWork();
    const flights = new SingleFlight<Result>();
    const first = flights.run('a', work);
    const joined = flights.run('a', own);
    end(new Error('The client has disconnected.'));
    await expect(first).rejects.toThrow('disconnected');
    await expect(joined).resolves.toMatchObject({ text: 'own' });
  });

  it('makes a waiting caller run its own work if the result is not shareable', async () => {
    const { work, end } = heldWork();
    const flights = new SingleFlight<Result>();
    const both = [flights.run('a', work), flights.run('a', own)];
    end({ text: 'private', isShareable: false });
    expect((await Promise.all(both)).map(({ text }) => text)).toEqual(['private', 'own']);
  });
});
