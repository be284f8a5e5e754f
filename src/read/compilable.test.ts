import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isCompilable } from './compilable.js';

const schema = buildSchema(`
  input Where { not: Where name: String }
  type Thing { name: String things(where: Where, first: Int): [Thing!]! }
  type Query { things(where: Where, first: Int): [Thing!]! }
`);

describe('an operation is compiled', () => {
  it.each([
    ['with plain variables', 'query ($first: Int = 3) { things(first: $first, where: { name: "a" }) { name } }'],
    ['with fragments', '{ things { ...Part ... on Thing { name } } } fragment Part on Thing { name }'],
    ['with a leaf left out', 'query ($no: Boolean!) { things { name @skip(if: $no) } }'],
  ])('%s', (_, text) => {
    expect(compilable(text)).toBe(true);
  });
});

describe('an operation is interpreted', () => {
  it.each([
    ['with a filter in a variable', 'query ($where: Where) { things(where: $where) { name } }'],
    ['with a conditional field that has fields', '{ things { name } things @include(if: false) { name } }'],
    ['with a conditional fragment', '{ things { ... @include(if: true) { name } } }'],
    ['with a conditional spread', '{ things { ...Part @skip(if: true) } } fragment Part on Thing { name }'],
  ])('%s', (_, text) => {
    expect(compilable(text)).toBe(false);
  });
});

function compilable(text: string): boolean {
  const document = parse(text);
  return isCompilable(schema, document, getOperationAST(document)?.variableDefinitions ?? []);
}
