import type { Cancellation } from '../neo4j/cancellation.js';

interface UnderWay {
  readonly answer: Promise<unknown>;
  readonly cancellation: Cancellation;
}

/** Answers once what several ask for at the same time. */
export class SameOnce {
  private readonly underWay = new Map<string, UnderWay>();

  /** The answer to a question; the first to ask it has it found out, and ends that when it is cancelled. */
  run(question: string, cancellation: Cancellation, find: () => Promise<unknown>): Promise<unknown> {
    const first = this.underWay.get(question);
    if (first) return this.join(first, question, cancellation, find);
    const answer = find().finally(() => this.underWay.delete(question));
    this.underWay.set(question, { answer, cancellation });
    return answer;
  }

  // Where the first has gone before there was an answer, the next has it found out.
  private async join(
    first: UnderWay,
    question: string,
    cancellation: Cancellation,
    find: () => Promise<unknown>,
  ): Promise<unknown> {
    try {
      return await first.answer;
    } catch (error) {
      if (!first.cancellation.isCancelled || cancellation.isCancelled) throw error;
      return this.run(question, cancellation, find);
    }
  }
}
