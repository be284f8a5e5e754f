import { describe, expect, it } from 'vitest';
import { parseModel } from '../model/read-model.js';
import type { EntityTypeModel } from '../model/model.js';
import { sortKeyOf } from './keys.js';

function createTypeOrderedBy(field: string): EntityTypeModel {
  const text = `
    "A thing."
    type Thing @entity(orderedBy: "field") {
      "What things are ordered by."
      field: ${field}
      "The things that it knows."
      knows: [Thing!]! @relationship(type: KNOWS, direction: OUT)
      "The things that know it."
      knownBy: [Thing!]! @relationship(type: KNOWS, direction: IN)
    }
    "The types of relation."
    enum RelationType {
      "One knows the other."
      KNOWS @relation(from: [THING], to: [THING]) @phrase(en: "knows", inverse: "is known by")
    }`;
  const [type] = parseModel([{ name: 'thing.graphql', text }]).types;
  if (type === undefined) throw new Error('The model must have a type.');
  return type;
}

function keysOf(field: string, values: readonly (string | number)[]): string[] {
  const type = createTypeOrderedBy(field);
  const source = { file: 'thing.yaml', lineOf: () => 1 };
  return values.map((value, index) => {
    const fields = { slug: `s${index}`, name: { en: 'Thing' }, summary: { en: 'A thing.' }, field: value };
    return sortKeyOf(type, { type: 'Thing', id: `Thing:s${index}`, fields, source });
  });
}

/** Sorts keys as Neo4j compares strings. */
function sortByCodePoints(keys: readonly string[]): string[] {
  return keys.toSorted((a, b) => (a < b ? -1 : 1));
}

describe('the default order of lists', () => {
  it('by an integer is numeric for any size and sign, then by slug', () => {
    const keys = keysOf('Int!', [-2147483648, -10000, -2, -1, 0, 0, 7, 10, 9999, 10000, 123456, 2147483647]);
    expect(sortByCodePoints(keys)).toEqual(keys);
    expect(keysOf('Int!', [2010])).toEqual(['2010\u0001s0']);
    expect(keysOf('Int!', [3])).toEqual(['0003\u0001s0']);
  });

  it('by a unique text compares the numbers in it numerically', () => {
    const keys = keysOf('String! @unique', [
      '2',
      '2.1',
      '2.02',
      '2.2',
      '2.10',
      '2.9999',
      '2.10000',
      '2.123456',
      '10',
      'x',
    ]);
    expect(sortByCodePoints(keys.filter((_, index) => index !== 2))).toEqual(keys.filter((_, index) => index !== 2));
    expect(keysOf('String! @unique', ['2.10'])).toEqual(['0002.0010']);
  });

  it('by a unique text distinguishes texts that differ only in leading zeros', () => {
    const keys = keysOf('String! @unique', ['1', '01', '001', '00', '0', '10', '1.0', '1.00']);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('by another text ignores case, then compares slugs', () => {
    expect(keysOf('String!', ['Bach', 'bach'])).toEqual(['bach\u0001s0', 'bach\u0001s1']);
  });
});
