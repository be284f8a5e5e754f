import { describe, expect, it } from 'vitest';
import { unfoldFlatLayout, type Point } from '../../web/src/explorer/graph/ring.js';

/** Distances between neighbors in the order of the points, and from the last to the first. */
function distancesBetween(points: readonly Point[]): number[] {
  return points.map(({ x, y }, index) => {
    const next = points[(index + 1) % points.length];
    return Math.hypot((next?.x ?? 0) - x, (next?.y ?? 0) - y);
  });
}

describe('unfoldFlatLayout', () => {
  it.each([
    ['horizontal', 1, 0],
    ['vertical', 0, 1],
    ['rising', 1, 2],
    ['falling', -2, 1],
  ])('moves a %s line to a ring with equal distances, in the order of the line', (_name, dx, dy) => {
    for (const count of [3, 4, 10]) {
      const line = Array.from({ length: count }, (_, index) => ({ x: 5 + index * dx, y: 7 + index * dy }));
      const side = 2 * Math.sin(Math.PI / count);
      for (const distance of distancesBetween(unfoldFlatLayout(line))) expect(distance).toBeCloseTo(side);
    }
  });

  it('moves points that are nearly on a line, but none that are spread', () => {
    const bent = (height: number): Point[] => [
      { x: 0, y: 0 },
      { x: 1, y: height },
      { x: 2, y: 0 },
    ];
    expect(unfoldFlatLayout(bent(0.2))).not.toEqual(bent(0.2));
    expect(unfoldFlatLayout(bent(1))).toEqual(bent(1));
  });

  it('separates points at the same position', () => {
    const point = { x: 1, y: 1 };
    const [first, second] = unfoldFlatLayout([point, point, { x: 2, y: 1 }]);
    expect(first).not.toEqual(second);
  });

  it('keeps an empty layout and a single point', () => {
    expect(unfoldFlatLayout([])).toEqual([]);
    expect(unfoldFlatLayout([{ x: 3, y: 4 }])).toEqual([{ x: 3, y: 4 }]);
  });
});
