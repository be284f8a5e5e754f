import { expect, it } from 'vitest';
import { clamp } from './clamp.js';

const bounds = { least: 1, most: 10, otherwise: 6 };

it.each([
  [undefined, 6],
  [null, 6],
  [4, 4],
  [0, 1],
  [-7, 1],
  [11, 10],
])('brings %j between the bounds as %i', (value, expected) => {
  expect(clamp(value, bounds)).toBe(expected);
});
