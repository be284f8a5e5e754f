import { Kind, OperationTypeNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { AnswerTexts } from './answer-text.js';
import type { KnownOperation } from './known-operations.js';
import { requestIdPlaceholder } from './request-id.js';

const known = (): KnownOperation => ({
  document: parse('{ __typename }'),
  name: null,
  operation: {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
  },
  mediaType: 'application/json',
});
const row = { slug: 'x' };

describe('The text of an answer', () => {
  it('holds the data, the cost and a placeholder for the id of the request', () => {
    const text = new AnswerTexts(9).of(known(), { tool: row }, 5);
    const extensions = { cost: { cost: 5, limit: 9 }, requestId: requestIdPlaceholder };
    expect(text).toBe(`${JSON.stringify({ data: { tool: row }, extensions })}\n`);
  });

  it('is made once for the same row in a row', () => {
    const [texts, operation] = [new AnswerTexts(9), known()];
    let made = 0;
    const counted = { toJSON: () => (made += 1) };
    expect(texts.of(operation, { tool: counted }, 5)).toBe(texts.of(operation, { tool: counted }, 5));
    expect(made).toBe(1);
  });

  it.each([
    ['under another name, as directives may leave it', { a: null }, { b: null }],
    ['of a field less', { a: row, b: row }, { a: row }],
    ['of several fields', { a: row, b: row }, { a: row, c: row }],
  ])('is its own for the same value %s', (_what, one, other) => {
    const [texts, operation] = [new AnswerTexts(9), known()];
    texts.of(operation, one, 5);
    expect(JSON.parse(texts.of(operation, other, 5))).toMatchObject({ data: other });
  });
});
