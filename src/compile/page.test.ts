import { describe, expect, it } from 'vitest';
import { clamp, isBackwardPage, isPresent, pageSize } from './page.js';

describe('pageSize', () => {
  it.each([
    [{}, 20],
    [{ first: null, last: null }, 20],
    [{ first: 7 }, 7],
    [{ last: 7 }, 7],
    [{ first: 0 }, 0],
    [{ first: -1 }, 0],
    [{ last: -1000 }, 0],
    [{ first: 100 }, 100],
    [{ first: 101 }, 100],
    [{ last: 2_147_483_647 }, 100],
  ])('of %j is %i', (args, size) => {
    expect(pageSize(args)).toBe(size);
  });
});

describe('isBackwardPage', () => {
  it.each([
    [{}, false],
    [{ first: 3 }, false],
    [{ last: 3 }, true],
    [{ first: null, last: 3 }, true],
    [{ last: 0 }, true],
  ])('of %j is %s', (args, isBackward) => {
    expect(isBackwardPage(args)).toBe(isBackward);
  });

  it('throws if both first and last are given', () => {
    expect(() => isBackwardPage({ first: 1, last: 2 })).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        message: 'first or last must be given, not both; found first: 1, last: 2. Leave one out.',
      }),
    );
  });
});

it.each([
  [undefined, false],
  [null, false],
  [0, true],
  ['', true],
  [false, true],
  [[], true],
])('isPresent(%j) is %s', (value, expected) => {
  expect(isPresent(value)).toBe(expected);
});

const bounds = { min: 1, max: 10, defaultValue: 6 };

it.each([
  [undefined, 6],
  [null, 6],
  [4, 4],
  [0, 1],
  [-7, 1],
  [11, 10],
])('clamps %j to %i', (value, expected) => {
  expect(clamp(value, bounds)).toBe(expected);
});
