import { describe, expect, it } from 'vitest';
import type { PathShape } from './shortest-paths.js';
import { buildPathStatement } from './path-statement.js';

const defaultShape: PathShape = { direction: 'ANY', isRestrictedByType: false, maxLength: 6 };

describe('the path statement', () => {
  it('has the parameter types only if paths are restricted by type', () => {
    const parametersOf = (text: string): string[] => [...new Set(text.match(/\$\w+/g))].toSorted();
    const all = ['$exclude', '$first', '$from', '$maxLength', '$to'];
    for (const includesLonger of [false, true]) {
      expect(parametersOf(buildPathStatement(defaultShape, includesLonger))).toEqual(all);
      expect(parametersOf(buildPathStatement({ ...defaultShape, isRestrictedByType: true }, includesLonger))).toEqual(
        [...all, '$types'].toSorted(),
      );
    }
  });

  it.each([
    ['OUT', /-\[[^\]]*\]->\(/g],
    ['IN', /<-\[[^\]]*\]-\(/g],
    ['ANY', /\)-\[[^\]]*\]-\(/g],
  ] as const)('points each relation %s', (direction, step) => {
    const text = buildPathStatement({ ...defaultShape, direction }, true);
    // Two searches for the shortest paths, and two halves for each of the lengths 2 to 4, 5 and 6.
    expect(text.match(step)).toHaveLength(8);
    expect(text.match(/\]-/g)).toHaveLength(8);
  });

  it.each([6, 10])(
    'searches each length up to %i once, in halves of which the first may be one longer',
    (maxLength) => {
      const text = buildPathStatement({ ...defaultShape, maxLength }, true);
      const halves = [...text.matchAll(/\{(\d+),(\d+)\}/g)].map(([, min, max]) => [Number(min), Number(max)]);
      const lengths: number[] = [];
      for (let index = 0; index < halves.length; index += 2) {
        const [[min = 0, max = 0] = [], [minLate = 0, maxLate = 0] = []] = halves.slice(index, index + 2);
        for (let early = min; early <= max; early += 1) {
          for (let late = minLate; late <= maxLate; late += 1) {
            if (early - late === 0 || early - late === 1) lengths.push(early + late);
          }
        }
      }
      expect(lengths.toSorted((a, b) => a - b)).toEqual(Array.from({ length: maxLength - 1 }, (_, index) => index + 2));
    },
  );

  it('searches only the shortest length if one path is requested', () => {
    expect(buildPathStatement(defaultShape, false)).not.toMatch(/\{\d+,\d+\}/);
  });
});
