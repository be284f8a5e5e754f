import Cypher from '@neo4j/cypher-builder';
import { describe, expect, it } from 'vitest';
import { collected, either, firstOf, nonNull, ofEach, plain, reversed, row, withoutGaps, type Value } from './value.js';
import { InconsistentReadError } from './reading.js';

const name = new Cypher.NamedVariable('name');
const size = new Cypher.NamedVariable('size');
const items = new Cypher.NamedVariable('items');
const each = (found: Cypher.Return): Cypher.Clause => Cypher.utils.concat(new Cypher.Unwind([items, name]), found);

function written({ expression }: Value): string {
  return new Cypher.Return(expression).build().cypher;
}

describe('A value', () => {
  it('that is a plain expression is decoded unchanged', () => {
    expect(plain(name).read(['a', { b: 1 }])).toEqual(['a', { b: 1 }]);
  });

  it('that is a row is sent as a list and decoded into an object', () => {
    const person = row({ name, size: plain(size), inner: row({ name }) });
    expect(written(person)).toBe('RETURN [name, size, [name]]');
    expect(person.read(['a', null, ['b']])).toEqual({ name: 'a', size: null, inner: { name: 'b' } });
    expect(person.read(null)).toBeNull();
    expect(row({}).read([])).toEqual({});
  });

  it('that is a list is decoded item by item', () => {
    const list = collected(row({ name }), each);
    expect(written(list)).toContain('COLLECT {');
    expect(list.read([['a'], null, ['b']])).toEqual([{ name: 'a' }, null, { name: 'b' }]);
    expect(reversed(list).read([['b'], ['a']])).toEqual([{ name: 'b' }, { name: 'a' }]);
    expect(collected(plain(name), each).read(['a', 'b'])).toEqual(['a', 'b']);
  });

  it('that maps a list is compiled into a list comprehension', () => {
    const list = ofEach(row({ name, size }), name, items);
    expect(written(list)).toBe('RETURN [name IN items | [name, size]]');
    expect(list.read([['a', 1], null])).toEqual([{ name: 'a', size: 1 }, null]);
  });

  it('that is the first item of a list is decoded like an item, and is null if the list is empty', () => {
    const first = firstOf(row({ name }), each);
    expect(written(first)).toContain('head(COLLECT {');
    expect(first.read(['a'])).toEqual({ name: 'a' });
    expect(first.read(null)).toBeNull();
  });

  it('that is required throws InconsistentReadError if it is missing', () => {
    expect(nonNull(name).read('a')).toBe('a');
    expect(nonNull(name).read([null, 'b'])).toEqual([null, 'b']);
    for (const torn of [null, undefined, [null, null]])
      expect(() => nonNull(name).read(torn)).toThrow(InconsistentReadError);
    expect(() => row({ inner: row({ name: nonNull(name) }) }).read([[null]])).toThrow(InconsistentReadError);
  });

  it('that is a list without gaps throws InconsistentReadError if an item is missing', () => {
    const list = withoutGaps(collected(row({ name }), each));
    expect(list.read([['a']])).toEqual([{ name: 'a' }]);
    expect(list.read([])).toEqual([]);
    expect(list.read([[null]])).toEqual([{ name: null }]);
    expect(() => list.read([['a'], null])).toThrow(InconsistentReadError);
  });

  it('that depends on a condition is decoded by the branch that was taken', () => {
    const large = Cypher.gt(size, new Cypher.Literal(1));
    const choice = either([
      [large, row({ size })],
      [Cypher.isNotNull(name), row({ name, size })],
    ]);
    expect(written(choice)).toContain('THEN [1, [name, size]]');
    expect(choice.read([0, [5]])).toEqual({ size: 5 });
    expect(choice.read([1, ['a', 5]])).toEqual({ name: 'a', size: 5 });
    expect(choice.read(null)).toBeNull();
  });
});
