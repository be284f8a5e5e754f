import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isPlain, plainResolvers } from './plain.js';
import { readOff } from './read-off.js';

describe('An operation', () => {
  it.each([
    ['without arguments', '{ company { name tools { nodes { name } } } }'],
    [
      'with the same arguments wherever a field is',
      '{ a: tools(first: 2) { nodes { id } } b: tools(first: 2) { totalCount } }',
    ],
    ['with the same arguments in another order', '{ a: f(x: 1, y: 2) b: f(y: 2, x: 1) }'],
  ])('%s is plain', (_what, text) => {
    expect(isPlain(parse(text))).toBe(true);
  });

  it.each([
    ['in a language', '{ company { name(lang: ZH) } }'],
    [
      'with other arguments at another place',
      '{ a: tools(first: 2) { nodes { id } } b: tools(first: 3) { nodes { id } } }',
    ],
    [
      'with other arguments in a fragment',
      '{ tools(first: 2) { id } ...more } fragment more on Query { tools { id } }',
    ],
  ])('%s is not', (_what, text) => {
    expect(isPlain(parse(text))).toBe(false);
  });
});

describe('The resolvers of plain operations', () => {
  it('are without those that only read the name of their field off the row', () => {
    const name = readOff('name', () => 'read');
    const other = readOff('summary', () => 'of another name');
    const made = (): string => 'made';
    const scalar = new (class Scalar {
      readonly serialize = name;
    })();
    const kept = plainResolvers({ Company: { name, text: other, slug: made }, JSON: scalar });
    expect(kept).toEqual({ Company: { text: other, slug: made }, JSON: scalar });
    expect(kept.JSON).toBe(scalar);
  });
});
