import { describe, expect, it } from 'vitest';
import { parsePlanInput } from './arguments.js';

describe('parsePlanInput', () => {
  it('reads sizes with their units', () => {
    const input = parsePlanInput(['--nodes', '100m', '--rate', '2.5k', '--page-cache', '64g']);
    expect(input).toMatchObject({ nodes: 100_000_000, rate: 2_500, pageCacheMb: 65_536, cacheHits: 0.8 });
  });

  it('reads the shares of a mix, which must add up to 1', () => {
    expect(parsePlanInput(['--mix', 'point=0.9,path=0.1'])?.mix).toEqual([
      ['point', 0.9],
      ['path', 0.1],
    ]);
    expect(() => parsePlanInput(['--mix', 'point=0.9'])).toThrow('must add up to 1, found 0.9');
    expect(() => parsePlanInput(['--mix', 'points=1'])).toThrow('must name point, levels');
  });

  it.each([
    ['--nodes', 'many'],
    ['--cache-hits', '1.5'],
    ['--cores', '0'],
  ])('refuses %s %s', (option, value) => {
    expect(() => parsePlanInput([option, value])).toThrow(`found "${value}"`);
  });

  it('gives no plan for --help', () => {
    expect(parsePlanInput(['--help'])).toBeUndefined();
  });
});
