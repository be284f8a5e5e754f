/** What takes turns: requests for operations that are known, and those for others, which have to be read and validated. */
export type Line = 'known' | 'new';

/**
 * Lets requests go on one by one where new operations come in numbers: one of each line in each turn of the event loop.
 * So a known operation waits for as many new ones at most as known ones are before it, and between two turns the loop
 * takes up what came meanwhile, of which it accepts one new connection at a time.
 */
export class Turns {
  private readonly lines: Readonly<Record<Line, (() => void)[]>> = { known: [], new: [] };

  /** Whether nobody waits for a turn. */
  get isIdle(): boolean {
    return this.lines.known.length + this.lines.new.length === 0;
  }

  /** Resolves when it is the caller's turn: in the order of its line, and in the next turn of the loop at the earliest. */
  take(line: Line): Promise<void> {
    return new Promise((resolve) => {
      if (this.isIdle) this.callNext();
      this.lines[line].push(resolve);
    });
  }

  private callNext(): void {
    setImmediate(() => {
      this.lines.known.shift()?.();
      this.lines.new.shift()?.();
      if (!this.isIdle) this.callNext();
    });
  }
}
