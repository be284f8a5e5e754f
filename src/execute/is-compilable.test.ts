import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isCompilable } from './is-compilable.js';

const schema = buildSchema(`
  input Where { not: Where name: String }
  interface Any { name: String others: [Any!]! }
  ${Array.from({ length: 10 }, (_, index) => `type One${index} implements Any { name: String others: [Any!]! }`).join('\n')}
  type Thing { name: String things(where: Where, first: Int): [Thing!]! }
  type Query { things(where: Where, first: Int): [Thing!]! any: Any! }
`);

describe('an operation is compiled', () => {
  it.each([
    ['with plain variables', 'query ($first: Int = 3) { things(first: $first, where: { name: "a" }) { name } }'],
    ['with fragments', '{ things { ...Part ... on Thing { name } } } fragment Part on Thing { name }'],
  ])('%s', (_, text) => {
    expect(isTextCompilable(text)).toBe(true);
  });
});

describe('an operation with nested interface fields', () => {
  const nestedSelection = (depth: number): string =>
    depth === 0 ? 'name' : `others { ${nestedSelection(depth - 1)} }`;

  it.each([
    [1, true],
    [2, false],
    [20, false],
  ])('at %i levels is compiled: %s', (depth, isCompiled) => {
    expect(isTextCompilable(`{ any { ${nestedSelection(depth)} } }`)).toBe(isCompiled);
  });

  it('is interpreted if its fragments expand exponentially', () => {
    const fragments = Array.from(
      { length: 30 },
      (_, index) => `fragment F${index} on Thing { ...F${index + 1} ...F${index + 1} }`,
    );
    expect(isTextCompilable(`{ things { ...F0 } } ${fragments.join(' ')} fragment F30 on Any { name }`)).toBe(false);
  });
});

describe('an operation is interpreted', () => {
  it.each([
    ['with a filter in a variable', 'query ($where: Where) { things(where: $where) { name } }'],
    ['with a conditional leaf', 'query ($no: Boolean!) { things { name @skip(if: $no) } }'],
    ['with a conditional field that has subfields', '{ things { name } things @include(if: false) { name } }'],
    ['with a conditional fragment', '{ things { ... @include(if: true) { name } } }'],
    ['with a conditional spread', '{ things { ...Part @skip(if: true) } } fragment Part on Thing { name }'],
  ])('%s', (_, text) => {
    expect(isTextCompilable(text)).toBe(false);
  });
});

function isTextCompilable(text: string): boolean {
  const document = parse(text);
  const operation = getOperationAST(document);
  return operation !== null && operation !== undefined && isCompilable(schema, document, operation);
}
