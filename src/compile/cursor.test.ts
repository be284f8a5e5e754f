import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.js';

const list = 'Query.tools by DEGREE, sortKey';
const types = ['number', 'string'];
const completeMessage = 'after must be a complete cursor of Query.tools with orderBy DEGREE, found';

describe('a cursor', () => {
  it('decodes to the values it encodes, whatever characters they contain', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string({ unit: 'grapheme' }), (number, text) => {
        expect(decodeCursor('after', encodeCursor([list, number, text]), list, types)).toEqual([number, text]);
      }),
    );
  });

  it('needs no escaping in a URL', () => {
    expect(encodeCursor([list, 3, '谷歌\u0001google?&=+/'])).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['is not a cursor', 'nonsense', 'after must be a cursor of this API, found "nonsense".'],
    ['is empty', '', 'after must be a cursor of this API, found "".'],
    ['contains no list', Buffer.from('{"a":1}').toString('base64url'), 'after must be a cursor of this API'],
    [
      'belongs to another list',
      encodeCursor(['Query.regions by sortKey', 'a']),
      'after must be a cursor of Query.tools with orderBy DEGREE, found one of "Query.regions".',
    ],
    ['lacks a value', encodeCursor([list, 3]), completeMessage],
    ['has a value of another type', encodeCursor([list, '3', 'a']), completeMessage],
  ])('that %s is refused with the expected list', (_, cursor, message) => {
    const decode = (): unknown => decodeCursor('after', cursor, list, types);
    expect(decode).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) }),
    );
    expect(decode).toThrow(
      'Take it from pageInfo or from an edge of the same list with the same orderBy, or leave it out.',
    );
  });

  it.each([
    ['Query.tools by NAME DESC, DEGREE, sortKey', 'Query.tools with orderBy NAME DESC, DEGREE'],
    ['Query.nodes by NAME, sortKey, id', 'Query.nodes with orderBy NAME'],
    ['Query.nodes by sortKey, id', 'Query.nodes'],
    ['Query.sections by NUMBER', 'Query.sections with orderBy NUMBER'],
    ['Entity.edges by id', 'Entity.edges'],
    ['search for "stand by NAME, id"', 'search for "stand by NAME, id"'],
  ])('of %s is refused by a name in the words of the API: %s', (name, description) => {
    const decode = (): unknown => decodeCursor('after', encodeCursor([list, 1]), name, []);
    expect(decode).toThrow(`after must be a cursor of ${description}, found one of "Query.tools with orderBy DEGREE".`);
  });

  it('that is long is truncated in the message', () => {
    expect(() => decodeCursor('before', 'x'.repeat(1000), list, types)).toThrow(`found "${'x'.repeat(60)}…".`);
  });
});
