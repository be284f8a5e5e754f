import { describe, expect, it } from 'vitest';
import { LastMade } from './last-made.js';

/** Makes numbered things, and counts them. */
function counting() {
  const rows = new LastMade<number>();
  let made = 0;
  return { of: (...values: unknown[]) => rows.by(values, () => (made += 1)) };
}

describe('What is made of found values', () => {
  it('is made once for all who ask for the same in a row', () => {
    const { of } = counting();
    const [row, read] = [['a'], (): null => null];
    expect([of(row, read), of(row, read), of(row, read)]).toEqual([1, 1, 1]);
  });

  it('is made anew where any of the values is another, be it an equal one', () => {
    const { of } = counting();
    const row = ['a'];
    expect([of(row, 1), of(row, 2), of(['a'], 2), of(['a'], 2), of(row), of()]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is made again after another was made', () => {
    const { of } = counting();
    expect([of('a'), of('b'), of('a')]).toEqual([1, 2, 3]);
  });

  it('is not kept where making it fails', () => {
    const rows = new LastMade<number>();
    const fails = (): number => {
      throw new Error('torn');
    };
    expect(() => rows.by(['a'], fails)).toThrow('torn');
    expect(rows.by(['a'], () => 1)).toBe(1);
  });
});
