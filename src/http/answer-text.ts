import { LastMade } from '../read/last-made.js';
import type { KnownOperation } from './known-operations.js';
import { requestIdPlaceholder } from './request-id.js';

/** The data that an operation was answered with, by the names of its root fields. */
type Data = Readonly<Record<string, unknown>>;

/** What an operation costs, and how much it may. */
interface Cost {
  readonly cost: number;
  readonly limit: number;
}

/** Puts the answers to known operations into text, where many are the same one after the other once for all of these. */
export class AnswerTexts {
  private readonly texts = new LastMade<string>();

  /** The text of an answer, with a placeholder for the id of its request. */
  of(known: KnownOperation, data: Data, { cost, limit }: Cost): string {
    return this.texts.by([known, foundOf(data), cost], () => {
      const told = { cost: { cost, limit }, requestId: requestIdPlaceholder };
      return `${JSON.stringify({ data, extensions: told })}\n`;
    });
  }
}

// The names are the operation's; the value of its only root field is the very row that was found.
function foundOf(data: Data): unknown {
  const [only, ...others] = Object.values(data);
  return others.length > 0 ? data : only;
}
