import type { ExecutionResult } from 'graphql';
import { LastMade } from '../read/last-made.js';
import type { KnownOperation } from './known-operations.js';
import { requestIdPlaceholder } from './request-id.js';

/** Puts the answers to known operations into text, where many are the same one after the other once for all of these. */
export class AnswerTexts {
  private readonly texts = new LastMade<string>();

  constructor(
    /** How much an operation may cost. */
    private readonly limit: number,
  ) {}

  /** The text of an answer to an operation that costs so much, with a placeholder for the id of its request. */
  of(known: KnownOperation, data: ExecutionResult['data'], cost: number): string {
    // By name too: directives leave one root field or another, and what was found may be the same.
    const found = Object.entries(data ?? {}).flat();
    return this.texts.by([known, cost, ...found], () => {
      const told = { cost: { cost, limit: this.limit }, requestId: requestIdPlaceholder };
      return `${JSON.stringify({ data, extensions: told })}\n`;
    });
  }
}
