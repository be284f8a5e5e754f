import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.js';

const list = 'Query.tools by DEGREE, sortKey';
const types = ['number', 'string'];

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
      `after must be a cursor of ${list}, found one of`,
    ],
    ['lacks a value', encodeCursor([list, 3]), `after must be a complete cursor of ${list}`],
    ['has a value of another type', encodeCursor([list, '3', 'a']), `after must be a complete cursor of ${list}`],
  ])('that %s is refused with the expected list', (_, cursor, message) => {
    const decode = (): unknown => decodeCursor('after', cursor, list, types);
    expect(decode).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) }),
    );
    expect(decode).toThrow(
      'Take it from pageInfo or from an edge of the same list with the same orderBy, or leave it out.',
    );
  });

  it('that is long is truncated in the message', () => {
    expect(() => decodeCursor('before', 'x'.repeat(1000), list, types)).toThrow(`found "${'x'.repeat(60)}…".`);
  });
});
