import { Kind, parse, type FieldNode } from 'graphql';
import { expect, it } from 'vitest';
import { rowKey } from './decoding.js';

function field(text: string): FieldNode {
  const [operation] = parse(`{ ${text} }`).definitions;
  const node = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections[0] : undefined;
  if (node?.kind !== Kind.FIELD) throw new Error('The text must be a field.');
  return node;
}

it.each([
  ['a: tools', 'tools'],
  ['a: tools(first: 1)', 'b: tools(first: 1) { nodes { id } }'],
  ['tools(first: 1, after: $a)', 'tools(after: $a, first: 1)'],
  ['tools(where: { name: { eq: "x" }, kind: [A] })', 'tools(where: { kind: [A], name: { eq: "x" } })'],
])('%s has the same key as %s', (one, other) => {
  expect(rowKey(field(one))).toBe(rowKey(field(other)));
});

it.each([
  ['tools', 'tools(first: 1)'],
  ['tools(first: 1)', 'tools(first: 2)'],
  ['tools(first: 1)', 'tools(last: 1)'],
  ['tools(first: $a)', 'tools(first: $b)'],
  ['tools(where: { kind: [A, B] })', 'tools(where: { kind: [B, A] })'],
  ['a: name', 'a: slug'],
])('%s has a different key than %s', (one, other) => {
  expect(rowKey(field(one))).not.toBe(rowKey(field(other)));
});
