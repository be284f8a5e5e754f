import type { Cancellation } from '../neo4j/cancellation.js';

/** Empty once it has arrived: the former tables of a Map hold what was in it, and carry that into old memory. */
interface UnderWay {
  of?: { readonly answer: Promise<unknown>; readonly cancellation: Cancellation };
}

/** Answers once what several ask for at the same time. */
export class SameOnce {
  private readonly underWay = new Map<string, UnderWay>();

  /** The answer to a question; the first to ask it has it found out, and ends that when it is cancelled. */
  run(question: string, cancellation: Cancellation, find: () => Promise<unknown>): Promise<unknown> {
    const first = this.underWay.get(question)?.of;
    if (first) return this.join(first, question, cancellation, find);
    const underWay: UnderWay = {};
    const answer = find().finally(() => {
      this.underWay.delete(question);
      delete underWay.of;
    });
    underWay.of = { answer, cancellation };
    this.underWay.set(question, underWay);
    return answer;
  }

  // Where the first has gone before there was an answer, the next has it found out.
  private async join(
    first: NonNullable<UnderWay['of']>,
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
