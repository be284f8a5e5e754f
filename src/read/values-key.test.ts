import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { valuesKey } from './values-key.js';

const value = fc.oneof(
  fc.string(),
  fc.constantFrom('1', '1n', 'null', 'a0=1:x;', ';', '"', ''),
  fc.bigInt({ min: 0n, max: 3n }),
  fc.integer({ min: 0, max: 3 }),
  fc.constant(null),
  fc.array(fc.oneof(fc.string(), fc.bigInt({ min: 0n, max: 3n }), fc.integer({ min: 0, max: 3 }))),
);
const values = fc.dictionary(fc.constantFrom('a0', 'a1', 'l0'), value, { noNullPrototype: true });

it('Maps of parameters have the same key exactly where they are equal', () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      const sorted = (map: object): object => Object.fromEntries(Object.entries(map).sort());
      expect(valuesKey({ ...sorted(one) })).toBe(valuesKey({ ...sorted(structuredClone(one)) }));
      const areEqual = isDeepStrictEqual(sorted(one), sorted(other));
      expect(valuesKey({ ...sorted(one) }) === valuesKey({ ...sorted(other) })).toBe(areEqual);
    }),
  );
});

it.each(['=', '=:'])(
  'Values that differ in where one ends and the next begins do not get the row of each other (%s)',
  (between) => {
    const one = { a0: `x;a1${between}y`, a1: 'z' };
    const other = { a0: 'x', a1: `y;a1${between}z` };
    expect(valuesKey(one)).not.toBe(valuesKey(other));
  },
);
