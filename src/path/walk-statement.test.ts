import { describe, expect, it } from 'vitest';
import type { WalkShape } from './shortest-walks.js';
import { walkStatement } from './walk-statement.js';

const any: WalkShape = { direction: 'ANY', isTyped: false, maxLength: 6 };

describe('the path statement', () => {
  it('has the parameter types only if paths are restricted by type', () => {
    const parametersOf = (text: string): string[] => [...new Set(text.match(/\$\w+/g))].toSorted();
    const all = ['$exclude', '$first', '$from', '$maxLength', '$to'];
    for (const isSeveral of [false, true]) {
      expect(parametersOf(walkStatement(any, isSeveral))).toEqual(all);
      expect(parametersOf(walkStatement({ ...any, isTyped: true }, isSeveral))).toEqual([...all, '$types'].toSorted());
    }
  });

  it.each([
    ['OUT', /-\[[^\]]*\]->\(/g],
    ['IN', /<-\[[^\]]*\]-\(/g],
    ['ANY', /\)-\[[^\]]*\]-\(/g],
  ] as const)('points each relation %s', (direction, step) => {
    const text = walkStatement({ ...any, direction }, true);
    // Two searches for the shortest paths, and two halves for each of the lengths 2 to 4, 5 and 6.
    expect(text.match(step)).toHaveLength(8);
    expect(text.match(/\]-/g)).toHaveLength(8);
  });

  it.each([6, 10])(
    'searches each length up to %i once, in halves of which the first may be one longer',
    (maxLength) => {
      const text = walkStatement({ ...any, maxLength }, true);
      const halves = [...text.matchAll(/\{(\d+),(\d+)\}/g)].map(([, least, most]) => [Number(least), Number(most)]);
      const lengths: number[] = [];
      for (let place = 0; place < halves.length; place += 2) {
        const [[least = 0, most = 0] = [], [leastLate = 0, mostLate = 0] = []] = halves.slice(place, place + 2);
        for (let early = least; early <= most; early += 1) {
          for (let late = leastLate; late <= mostLate; late += 1) {
            if (early - late === 0 || early - late === 1) lengths.push(early + late);
          }
        }
      }
      expect(lengths.toSorted((a, b) => a - b)).toEqual(Array.from({ length: maxLength - 1 }, (_, index) => index + 2));
    },
  );

  it('searches only the shortest length if one path is requested', () => {
    expect(walkStatement(any, false)).not.toMatch(/\{\d+,\d+\}/);
  });
});
