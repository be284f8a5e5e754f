import Cypher from '@neo4j/cypher-builder';
import { describe, expect, it } from 'vitest';
import {
  collectRows,
  caseWhen,
  takeFirst,
  nonNull,
  mapItems,
  raw,
  reverseList,
  row,
  withoutGaps,
  type Value,
} from './value.js';
import { InconsistentReadError } from './decoding.js';

const name = new Cypher.NamedVariable('name');
const size = new Cypher.NamedVariable('size');
const items = new Cypher.NamedVariable('items');
const unwindItems = (returnClause: Cypher.Return): Cypher.Clause =>
  Cypher.utils.concat(new Cypher.Unwind([items, name]), returnClause);

function cypherOf({ expression }: Value): string {
  return new Cypher.Return(expression).build().cypher;
}

describe('A value', () => {
  it('that is a plain expression is decoded unchanged', () => {
    expect(raw(name).decode(['a', { b: 1 }])).toEqual(['a', { b: 1 }]);
  });

  it('that is a row is sent as a list and decoded into an object', () => {
    const person = row({ name, size: raw(size), inner: row({ name }) });
    expect(cypherOf(person)).toBe('RETURN [name, size, [name]]');
    expect(person.decode(['a', null, ['b']])).toEqual({ name: 'a', size: null, inner: { name: 'b' } });
    expect(person.decode(null)).toBeNull();
    expect(row({}).decode([])).toEqual({});
  });

  it('that is a list is decoded item by item', () => {
    const list = collectRows(row({ name }), unwindItems);
    expect(cypherOf(list)).toContain('COLLECT {');
    expect(list.decode([['a'], null, ['b']])).toEqual([{ name: 'a' }, null, { name: 'b' }]);
    expect(reverseList(list).decode([['b'], ['a']])).toEqual([{ name: 'b' }, { name: 'a' }]);
    expect(collectRows(raw(name), unwindItems).decode(['a', 'b'])).toEqual(['a', 'b']);
  });

  it('that maps a list is compiled into a list comprehension', () => {
    const list = mapItems(row({ name, size }), name, items);
    expect(cypherOf(list)).toBe('RETURN [name IN items | [name, size]]');
    expect(list.decode([['a', 1], null])).toEqual([{ name: 'a', size: 1 }, null]);
  });

  it('that is the first item of a list is decoded like an item, and is null if the list is empty', () => {
    const first = takeFirst(row({ name }), unwindItems);
    expect(cypherOf(first)).toContain('head(COLLECT {');
    expect(first.decode(['a'])).toEqual({ name: 'a' });
    expect(first.decode(null)).toBeNull();
  });

  it('that is required throws InconsistentReadError if it is missing', () => {
    expect(nonNull(name).decode('a')).toBe('a');
    expect(nonNull(name).decode([null, 'b'])).toEqual([null, 'b']);
    for (const missing of [null, undefined, [null, null]])
      expect(() => nonNull(name).decode(missing)).toThrow(InconsistentReadError);
    expect(() => row({ inner: row({ name: nonNull(name) }) }).decode([[null]])).toThrow(InconsistentReadError);
  });

  it('that is a list without gaps throws InconsistentReadError if an item is missing', () => {
    const list = withoutGaps(collectRows(row({ name }), unwindItems));
    expect(list.decode([['a']])).toEqual([{ name: 'a' }]);
    expect(list.decode([])).toEqual([]);
    expect(list.decode([[null]])).toEqual([{ name: null }]);
    expect(() => list.decode([['a'], null])).toThrow(InconsistentReadError);
  });

  it('that depends on a condition is decoded by the branch that was taken', () => {
    const isLarge = Cypher.gt(size, new Cypher.Literal(1));
    const choice = caseWhen([
      [isLarge, row({ size })],
      [Cypher.isNotNull(name), row({ name, size })],
    ]);
    expect(cypherOf(choice)).toContain('THEN [1, [name, size]]');
    expect(choice.decode([0, [5]])).toEqual({ size: 5 });
    expect(choice.decode([1, ['a', 5]])).toEqual({ name: 'a', size: 5 });
    expect(choice.decode(null)).toBeNull();
  });
});
