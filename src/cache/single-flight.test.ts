import { describe, expect, it } from 'vitest';
import { SingleFlight } from './single-flight.js';

interface Result {
  readonly text: string;
  readonly isShareable: boolean;
}

const shareable = (text: string): Result => ({ text, isShareable: true });
const ownWork = (): Promise<Result> => Promise.resolve(shareable('own'));
const unexpectedWork = (): Promise<Result> => Promise.reject(new Error('This caller must share the result.'));

/** Work that ends when the test calls `end`. */
function newPendingWork() {
  const callbacks: ((result: Result | Error) => void)[] = [];
  const work = (): Promise<Result> =>
    new Promise((resolve, reject) => {
      callbacks.push((result) => (result instanceof Error ? reject(result) : resolve(result)));
    });
  return { work, end: (result: Result | Error) => callbacks.shift()?.(result), runs: () => callbacks.length };
}

describe('SingleFlight', () => {
  it('runs the work once for concurrent callers with one key, and separately for each key', async () => {
    const { work, end, runs } = newPendingWork();
    const flights = new SingleFlight<Result>();
    const results = [flights.run('a', work), flights.run('a', unexpectedWork), flights.run('a', unexpectedWork)];
    await expect(flights.run('b', ownWork)).resolves.toMatchObject({ text: 'own' });
    expect(runs()).toBe(1);
    end(shareable('a'));
    expect((await Promise.all(results)).map(({ text }) => text)).toEqual(['a', 'a', 'a']);
  });

  it('runs the work again after the first run has ended', async () => {
    const flights = new SingleFlight<Result>();
    await expect(flights.run('a', async () => shareable('one'))).resolves.toMatchObject({ text: 'one' });
    await expect(flights.run('a', async () => shareable('two'))).resolves.toMatchObject({ text: 'two' });
  });

  it('makes a waiting caller run its own work if the shared work fails', async () => {
    const { work, end } = newPendingWork();
    const flights = new SingleFlight<Result>();
    const first = flights.run('a', work);
    const second = flights.run('a', ownWork);
    end(new Error('The client has disconnected.'));
    await expect(first).rejects.toThrow('disconnected');
    await expect(second).resolves.toMatchObject({ text: 'own' });
  });

  it('makes a waiting caller run its own work if the result is not shareable', async () => {
    const { work, end } = newPendingWork();
    const flights = new SingleFlight<Result>();
    const results = [flights.run('a', work), flights.run('a', ownWork)];
    end({ text: 'private', isShareable: false });
    expect((await Promise.all(results)).map(({ text }) => text)).toEqual(['private', 'own']);
  });
});
