interface UnderWay {
  readonly answer: Promise<unknown>;
  readonly signal: AbortSignal;
}

/** Answers once what several ask for at the same time. */
export class SameOnce {
  private readonly underWay = new Map<string, UnderWay>();

  /** The answer to a question; the first to ask it has it found out, and ends that when its signal is aborted. */
  run(question: string, signal: AbortSignal, find: () => Promise<unknown>): Promise<unknown> {
    const first = this.underWay.get(question);
    if (first) return this.join(first, question, signal, find);
    const answer = find().finally(() => this.underWay.delete(question));
    this.underWay.set(question, { answer, signal });
    return answer;
  }

  // Where the first has gone before there was an answer, the next has it found out.
  private async join(
    first: UnderWay,
    question: string,
    signal: AbortSignal,
    find: () => Promise<unknown>,
  ): Promise<unknown> {
    try {
      return await first.answer;
    } catch (error) {
      if (!first.signal.aborted || signal.aborted) throw error;
      return this.run(question, signal, find);
    }
  }
}
