import { describe, expect, it } from 'vitest';
import { fitPowerLaw, median, valueAt } from './fit.js';

describe('fitPowerLaw', () => {
  it('finds the law of points that follow one', () => {
    const law = fitPowerLaw([80_000, 1_000_000, 5_000_000].map((size) => ({ size, value: 0.02 * size ** 0.3 })));
    expect(law.exponent).toBeCloseTo(0.3, 6);
    expect(valueAt(law, 100_000_000)).toBeCloseTo(0.02 * 100_000_000 ** 0.3, 6);
  });

  it('takes a cost that falls with the size for constant, and one that rises steeply for proportional', () => {
    const fall = fitPowerLaw([
      { size: 10, value: 2 },
      { size: 1_000, value: 1 },
    ]);
    expect(fall.exponent).toBe(0);
    expect(valueAt(fall, 1e6)).toBeCloseTo(Math.SQRT2, 6);
    const rise = fitPowerLaw([10, 1_000].map((size) => ({ size, value: size ** 2 })));
    expect(rise.exponent).toBe(1);
  });
});

describe('median', () => {
  it('is the middle of an odd number of values, and between the middle two of an even number', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBe(0);
  });
});
